/** Tells whoever listens, in the polite region of the page. */
export function say(text: string): void {
  const said = document.getElementById('said');
  if (said) said.textContent = text;
}
