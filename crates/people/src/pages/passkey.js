// Asks this browser for a passkey, and brings its answer home in an ordinary form.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const listed = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function show(options) {
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) };
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
  return {
    id, rawId: text(rawId), type, extensions: {},
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle && text(response.userHandle),
    },
  };
}

async function make(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  };
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
  return {
    id, rawId: text(rawId), type, extensions: {},
    response: { attestationObject: text(response.attestationObject), clientDataJSON: text(response.clientDataJSON) },
  };
}

const form = document.getElementById("passkey");
if (form && window.PublicKeyCredential) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    document.getElementById("passkey-no").hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const answer = await (form.dataset.does === "make" ? make(options) : show(options));
      form.elements.shown.value = JSON.stringify(answer);
      form.submit();
    } catch {
      document.getElementById("passkey-no").hidden = false;
    }
  });
} else if (form) {
  document.getElementById("passkey-none").hidden = false;
}
