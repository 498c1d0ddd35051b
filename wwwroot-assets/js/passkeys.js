// Passkeys on the static pages: asks the server what to ask for, the browser for the credential, and posts it with the form round the button.
(() => {
  const supported = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

  async function options(form, address) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { RequestVerificationToken: form.querySelector("[name=__RequestVerificationToken]").value },
    });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  const acts = {
    request: async form => navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options(form, "/sign-in/passkey-options")),
    }),
    create: async form => navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options(form, "/account/passkeys/options")),
    }),
  };

  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    if (!supported) continue;
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      button.disabled = true;
      const failed = form.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      try {
        const credential = await acts[button.dataset.passkey](form);
        form.querySelector("[data-credential]").value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        // Cancelled, timed out or refused: the reader can try again or use a password.
        failed.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
