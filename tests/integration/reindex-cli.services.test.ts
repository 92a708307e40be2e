import { join } from "node:path";
import { openMilvusPolicyIndex } from "@live-copilot/api/adapters/milvus/policy-index.ts";
import { openPolicyLibrary } from "@live-copilot/api/adapters/sqlite/policy-library.ts";
import { expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";
import { runScriptWith } from "../support/run-script.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { startOpenAi } from "../support/services/start-openai.ts";
import { tempDir } from "../support/temp-dir.ts";

const SCOPE = { plan: null, state: null, contractType: null, at: "2026-03-14" };
const DOCUMENT = documentOf({ clauses: [clauseOf("pump"), clauseOf("oven")] });

describeWith(["milvus"], "npm run reindex", ({ milvus }) => {
  test("serves the library with a model, and takes it back, while a server searches", async () => {
    await using openAi = await startOpenAi();
    await using dir = await tempDir();
    const library = openPolicyLibrary(join(dir.path, "policies.sqlite"));
    await library.put([DOCUMENT]);
    await library[Symbol.asyncDispose]();
    const collection = milvus.collection();
    const open = () =>
      openMilvusPolicyIndex({ address: milvus.address, collection, denseWeight: 0, embedder: undefined });
    const find = async (index: Awaited<ReturnType<typeof open>>) => {
      const hits = await index.search({ text: "the oven", situation: "", scope: SCOPE, limit: 5 });
      return hits.map(({ clauseId }) => clauseId);
    };
    const server = await open();
    await server.rebuild(clausesOf(DOCUMENT), []);
    const run = (settings: Record<string, string>) =>
      runScriptWith("apps/api/src/cli/reindex.ts", [], {
        DATA_DIR: dir.path,
        MILVUS_ADDRESS: milvus.address,
        MILVUS_COLLECTION: collection,
        ...settings,
      });
    const model = { OPENAI_BASE_URL: openAi.baseUrl, OPENAI_EMBEDDING_MODEL: "text-embedding-3-small" };
    const built = await run(model);
    expect(built).toMatchObject({ code: 0, stderr: "" });
    expect(built.stdout).toMatch(/^2 clauses are served under \w+, with vectors of .*text-embedding-3-small/);
    expect(await find(server)).toEqual(["oven"]);
    await expect(open()).rejects.toMatchObject({ reason: "CONFLICT" });
    const takenBack = await run({});
    expect(takenBack).toMatchObject({ code: 0, stdout: expect.stringContaining("without vectors") });
    const next = await open();
    await next.rebuild(clausesOf(DOCUMENT), []);
    expect(await find(next)).toEqual(["oven"]);
    await Promise.all([server.close(), next.close()]);
  });

  test("says what is missing, and what is away", async () => {
    const none = await runScriptWith("apps/api/src/cli/reindex.ts", [], {});
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("MILVUS_ADDRESS is not set") });
    await using dir = await tempDir();
    const away = await runScriptWith("apps/api/src/cli/reindex.ts", [], {
      DATA_DIR: dir.path,
      MILVUS_ADDRESS: "127.0.0.1:1",
    });
    expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining("Milvus does not answer") });
  });
});
