import {
  type CreateCollectionReq,
  type CreateIndexSimpleReq,
  DataType,
  FunctionType,
} from "@zilliz/milvus2-sdk-node";
import type { CollectionKind } from "./collection-names.ts";

/** Bytes of the terms of one clause; Milvus takes no longer text. */
export const MAX_TERMS = 65_535;
/** Values of one restriction, and bytes of one; a document with more is found by the scope filter alone. */
export const MAX_VALUES = 128;
export const MAX_VALUE = 64;
const HASH = 32;

/** As measured over the public rule questions; BM25 as such would be 1.2 and .75. */
const BM25 = { bm25_k1: 0.4, bm25_b: 0.5 };
const HNSW = { M: 16, efConstruction: 200 };

/**
 * Terms are our own stems: the only analyzer that every Milvus has merely has to split them. Restrictions hold keys
 * (`filterKey`), and `*` where there is none.
 */
export function collectionSchema(name: string, { model, dimension }: CollectionKind): CreateCollectionReq {
  const text = { data_type: DataType.VarChar, max_length: HASH };
  const values = {
    data_type: DataType.Array,
    element_type: DataType.VarChar,
    max_capacity: MAX_VALUES,
    max_length: MAX_VALUE,
  };
  return {
    collection_name: name,
    description: "Clauses of Live Copilot; what it was built for is in its name",
    fields: [
      { ...text, name: "id", is_primary_key: true },
      {
        name: "terms",
        data_type: DataType.VarChar,
        max_length: MAX_TERMS,
        enable_analyzer: true,
        analyzer_params: { tokenizer: "standard" },
      },
      { name: "words", data_type: DataType.SparseFloatVector },
      { ...values, name: "plans" },
      { ...values, name: "states" },
      { ...values, name: "contract_types" },
      { ...text, name: "version" },
      { ...text, name: "text_hash" },
      { name: "written_at", data_type: DataType.Int64 },
      ...(model === null ? [] : [{ name: "dense", data_type: DataType.FloatVector, dim: dimension }]),
    ],
    functions: [
      {
        name: "bm25",
        type: FunctionType.BM25,
        input_field_names: ["terms"],
        output_field_names: ["words"],
        params: {},
      },
    ],
  };
}

/** The indexes that searching needs. */
export function collectionIndexes(name: string, { model }: CollectionKind): CreateIndexSimpleReq[] {
  const index = (field: string, index_type: string, metric_type: string, params: object) => ({
    collection_name: name,
    field_name: field,
    index_name: field,
    index_type,
    metric_type,
    params: { ...params },
  });
  return [
    index("words", "SPARSE_INVERTED_INDEX", "BM25", BM25),
    ...(model === null ? [] : [index("dense", "HNSW", "COSINE", HNSW)]),
  ];
}
