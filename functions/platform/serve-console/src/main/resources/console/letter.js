// Puts the code of a letter into the form. In the letter's link it stands behind the #, which
// browsers send to nobody: it is in no log of addresses. Whoever has to sign in first comes back to
// the form; meanwhile the code waits in this tab. Without JavaScript people paste it.
const MARK = "#token=";
const field = document.getElementById("token");
const form = field ? location.pathname : new URLSearchParams(location.search).get("to");
const place = `letter of ${form}`;

if (form && location.hash.startsWith(MARK)) {
  sessionStorage.setItem(place, location.hash.slice(MARK.length));
  history.replaceState(null, "", location.pathname + location.search);
}

const code = sessionStorage.getItem(place);
if (field && code) {
  field.value = code;
  sessionStorage.removeItem(place);
}
