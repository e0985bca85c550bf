// How long each hold lasts, to the second. The server decides; without JavaScript people read when.
const clocks = [...document.querySelectorAll("time[data-countdown]")];

function left(clock) {
  const seconds = Math.floor((new Date(clock.dateTime) - Date.now()) / 1000);
  if (seconds <= 0) {
    return "over";
  }
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)} left`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)} left`;
}

function show() {
  for (const clock of clocks) {
    clock.textContent = left(clock);
  }
}

if (clocks.length > 0) {
  show();
  setInterval(show, 1000);
}
