/**
 * The service's limits, each with where it comes from.
 *
 * [sdk]   @cloudbase/database 1.4.3
 * [doc]   docs.cloudbase.net and cloud.tencent.com/document/product/876
 * [mongo] MongoDB's manual, version 4, which the service's own errors point to
 * [here]  nobody says; chosen here
 */

/** [sdk] [doc] Documents of a `get()` that names no limit. */
export const DEFAULT_PAGE = 100

/** [sdk] Documents of one `get()` at most: the SDK asks for no more whatever its caller said. */
export const MAX_PAGE = 1000

/** [mongo] "BSON Document Size": 16 MB. Counted on the EJSON that is stored, which is never shorter than the BSON by much. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

/** [doc] /faq/database: "Each environment can create up to 100 collections". */
export const MAX_COLLECTIONS = 100

/** [doc] /faq/database: "Each collection can have up to 100 indexes". */
export const MAX_INDEXES = 100

/** [doc] /faq/database: "each index can contain up to 31 fields". */
export const MAX_INDEX_FIELDS = 31

/** [doc] 876/32310: an indexed field may not be larger than 1024 bytes. [mongo] counts the whole entry, as is done here. */
export const MAX_INDEX_KEY_BYTES = 1024

/** [doc] /error-code/DATABASE_TRANSACTION_FAIL: "must be committed or aborted within 30 seconds" (MongoDB's own default is 60). Milliseconds. */
export const TRANSACTION_LIFETIME = 30_000

/** [mongo] 4.0, "Oplog Size Limit": what one transaction writes fits one 16 MB entry. */
export const MAX_TRANSACTION_BYTES = 16 * 1024 * 1024

/** [here] Transactions open at a time; each keeps a connection to the database file. */
export const MAX_OPEN_TRANSACTIONS = 200

/**
 * [here] How long a write outside waits for a transaction that holds its document, in milliseconds. MongoDB waits until the
 * transaction ends; the WeChat guide says "until the lock is released or time is up" and not when. Shorter than the SDK's own 15 s, so that
 * whoever waits hears what became of the write.
 */
export const WRITE_PATIENCE = 10_000
