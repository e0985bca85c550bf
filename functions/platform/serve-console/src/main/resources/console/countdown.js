// How long each hold lasts, to the second, by the server's clock as it was when it made the page.
// Without JavaScript people read when.
const clocks = [...document.querySelectorAll("[data-seconds-left]")];

function left(seconds) {
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
  const passed = Math.floor(performance.now() / 1000);
  for (const clock of clocks) {
    clock.textContent = left(Number(clock.dataset.secondsLeft) - passed);
  }
}

if (clocks.length > 0) {
  show();
  setInterval(show, 1000);
}
