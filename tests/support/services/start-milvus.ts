import { connect } from "node:http2";
import { join } from "node:path";
import { freshName } from "./fresh-name.ts";
import { MILVUS_LITE, needFile } from "./installed.ts";
import { givenService, type Service } from "./service.ts";
import { startServerProgram } from "./start-server-program.ts";

/** How suites use a Milvus: each with an alias and collections of its own. */
export interface MilvusAddress {
  /** `host:port` */
  readonly address: string;
  /** A name for a suite's collection or alias, new at each call. */
  collection(): string;
}

export interface MilvusService extends MilvusAddress, Service {}

export function milvusAddress(address: string): MilvusAddress {
  return { address, collection: freshName };
}

/**
 * Starts Milvus Lite on a free port with its data in a new folder; where MILVUS_ADDRESS is set, gives that server.
 * Throws ServiceMissingError.
 */
export async function startMilvus(): Promise<MilvusService> {
  const given = process.env["MILVUS_ADDRESS"];
  if (given) return { ...milvusAddress(given), ...givenService("MILVUS_ADDRESS") };
  const { port, ...service } = await startServerProgram({
    program: needFile(MILVUS_LITE, "Milvus Lite"),
    args: (port, folder) => {
      const data = join(folder, "data");
      return ["server", "--data-dir", data, "--host", "127.0.0.1", "--port", `${port}`];
    },
    ready: speaksHttp2,
  });
  return { ...milvusAddress(`127.0.0.1:${port}`), ...service };
}

/** The port is open before anyone serves it: gRPC answers once the server has said its HTTP/2 settings. */
function speaksHttp2(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://127.0.0.1:${port}`);
    const answer = (value: boolean) => {
      session.destroy();
      resolve(value);
    };
    session.once("remoteSettings", () => answer(true));
    session.once("error", () => answer(false));
    session.once("close", () => resolve(false));
  });
}
