/** The address that the documents' examples speak to. */
export const SHOWN_HOST = "127.0.0.1:3000";

/** The words of a shell command: quotes joined, backslash line ends dropped. */
export function shellWords(command: string): readonly string[] {
  const text = command.replace(/\\\n/g, " ");
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
}

/** Sends what a curl command would send, to this server instead of the one it names. Knows -i, -H, -X and -d. */
export async function sendCurl(command: string, url: string): Promise<Response> {
  const [program, ...words] = shellWords(command);
  if (program !== "curl") throw new Error(`${program} is not curl`);
  const headers = new Headers();
  let method: string | undefined;
  let body: string | undefined;
  let address = "";
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "-i") continue;
    if (!word.startsWith("-")) {
      address = word;
      continue;
    }
    at += 1;
    const value = words[at] ?? "";
    if (word === "-H")
      headers.append(value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1).trim());
    else if (word === "-d") body = value;
    else if (word === "-X") method = value;
    else throw new Error(`curl's ${word} is not known here`);
  }
  const target = address.replace(`http://${SHOWN_HOST}`, url);
  const given = body === undefined ? {} : { body };
  return fetch(target, { method: method ?? (body === undefined ? "GET" : "POST"), headers, ...given });
}
