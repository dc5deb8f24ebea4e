/**
 * Every error this cloud answers with, in one place.
 *
 * Where a code comes from stands beside it:
 * [sdk]  @cloudbase/node-sdk 3.18.3 `src/const/code.ts`, @cloudbase/database 1.4.3 `const/code.js`
 * [wx]   wx-server-sdk 4.0.2 `TCB_ERR_CODE` and `ERR_CODE`
 * [doc]  docs.cloudbase.net/error-code/basic (the list of codes; texts are not published)
 * [seen] codes and texts that public projects quote from the running service
 * [mongo] MongoDB's text and number, which the service hands on in DATABASE_REQUEST_FAILED
 * [here] this cloud's own, for what the service has no word for
 */

/** An error that travels over a wire: `code` and `message` as the service would say them, `status` for the HTTP API. */
export class CloudError extends Error {
  readonly code: string
  /** HTTP status on the client wire; the SDK wire answers 200 whatever happens. */
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.name = 'CloudError'
    this.code = code
    this.status = status
  }
}

/** [sdk] A parameter is missing or wrong. */
export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message, 400)

/** [here] Something the service can do and this cloud cannot: named, never answered wrongly. */
export const notSupported = (what: string) =>
  new CloudError('DEVCLOUD_NOT_SUPPORTED', `devcloud does not support ${what} (devcloud/README.md lists what is missing)`, 501)

/** [doc] An action that is not part of the wire. */
export const invalidAction = (action: string) => new CloudError('INVALID_ACTION', `unknown action ${action}`, 404)

/** [doc] A failure inside this cloud: a mistake here, not in the caller. */
export const systemError = (message: string) => new CloudError('SYS_ERR', message, 500)

// Database

/** [sdk] [wx −502001] The database refused: message is MongoDB's. */
export const databaseRequestFailed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message, 500)

/** [wx −502002; the service spells it with three R] An operator that does not exist. */
export const invalidOperator = (message: string) => new CloudError('DATABASE_INVALID_OPERRATOR', message, 403)

/** [wx −502003] The database is closed to clients. */
export const databasePermissionDenied = () =>
  new CloudError('DATABASE_PERMISSION_DENIED', 'the database is closed to clients: call a function', 401)

/** [wx −502005] [seen] "Db or Table not exist". */
export const collectionNotExist = (name: string) =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}`, 404)

/** [seen] "Table exist". */
export const collectionExists = (name: string) =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`, 409)

/** [doc] [seen] A unique key is taken. The text is MongoDB's E11000. */
export const duplicateWrite = (collection: string, index: string, key: string) =>
  new CloudError('DATABASE_DUPLICATE_WRITE', `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`, 409)

/** [wx −502004] [doc] One collection more than an environment may have. */
export const tooManyCollections = (limit: number) =>
  new CloudError('DATABASE_COLLECTION_EXCEED_LIMIT', `an environment may not have more than ${limit} collections`, 403)

/** [doc] The database took too long; here: a write waited for a transaction that held its document. */
export const databaseTimeout = (milliseconds: number) =>
  new CloudError('DATABASE_TIMEOUT', `the document is held by a transaction that did not end within ${milliseconds} ms; nothing was written`, 504)

/** [sdk] [doc] [seen] Two transactions wrote the same; the text is the one the SDK's own tests quote. `runTransaction` tries again on this code. */
export const transactionConflict = () =>
  new CloudError('DATABASE_TRANSACTION_CONFLICT', `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ASK}`, 409)

/** [doc] [seen] A transaction that was committed, undone or too slow, or never was; the text is the one the SDK's own tests quote. */
export const transactionNotExist = () =>
  new CloudError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${ASK}`, 404)

/** [here] More transactions than this cloud keeps open. */
export const tooManyTransactions = (limit: number) =>
  new CloudError('DATABASE_TRANSACTION_FAIL', `more than ${limit} transactions are open: commit or roll back every transaction that was started`, 429)

const ASK = 'Please check your request, but if the problem persists, contact us.'

/** [mongo 10334] A document that is too large; the text is MongoDB's. */
export const documentTooLarge = (bytes: number, limit: number) =>
  databaseRequestFailed(`BSONObj size: ${bytes} (0x${bytes.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${limit}(${limit / 1024 / 1024}MB)`)

/** [mongo 17280] An index entry that is too large; the text is MongoDB's. */
export const indexKeyTooLarge = (collection: string, index: string, bytes: number, limit: number) =>
  databaseRequestFailed(`WiredTigerIndex::insert: key too large to index, failing ${bytes} > ${limit} bytes, collection: ${collection} index: ${index}`)

/** [mongo 257] A transaction that writes too much; the text is MongoDB's. */
export const transactionTooLarge = (limit: number) =>
  databaseRequestFailed(`Total size of all transaction operations must be less than ${limit}`)

// Functions

/** [seen −501000] No function of this name in cloudbaserc.json, or no bundle for it. */
export const functionNotFound = (name: string) => new CloudError('FUNCTION_NOT_FOUND', `Function not found: ${name}`, 404)

/** [wx −504002] The handler threw, or its process died. */
export const functionFailed = (message: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', message, 500)

/** [seen −504003] "Invoking task timed out after 3 seconds". */
export const functionTimedOut = (seconds: number) =>
  new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`, 504)

/** [doc docs.cloudbase.net/error-code/basic/FUNCTIONS_MEMORY_LIMIT_EXCEEDED; SCF's status 434] The text is this cloud's. */
export const functionMemoryExceeded = (name: string, memoryMb: number) =>
  new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `${name} used more memory than its ${memoryMb} MB`, 500)

/** [doc docs.cloudbase.net/error-code/service/FUNCTION_EXCEED_RESOURCE_LIMIT; SCF's status 432, ResourceLimitReached] More at once than may be. */
export const functionOverLimit = (message: string) => new CloudError('FUNCTION_EXCEED_RESOURCE_LIMIT', message, 429)

/** [doc; SCF's statuses 406 and 407] The function's event or answer is larger than it may be. */
export const functionPayloadTooLarge = (what: string, limit: number) =>
  new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `${what} is larger than ${limit} bytes`, 413)

// Storage

/** [wx −501007] A path that storage does not take. */
export const badStoragePath = (message: string) => new CloudError('INVALID_PARAM', `-501007 invalid cloudPath: ${message}`, 400)

/** [wx −503002] The storage rule says no. */
export const storageDenied = (path: string) =>
  new CloudError('STORAGE_EXCEED_AUTHORITY', `the storage rule does not allow this: ${path}`, 403)

/** [sdk] [wx −503003] */
export const fileNotExist = (fileId: string) => new CloudError('STORAGE_FILE_NONEXIST', `storage file not exist: ${fileId}`, 404)

/** [sdk] Storage does not work. The text is this cloud's: it is switched on for a test. */
export const storageFails = () => new CloudError('STORAGE_REQUEST_FAIL', 'storage fails: it was told to (faults.set, or the page at /devcloud/)', 503)

/** [here] A copy that may not replace what is there. */
export const fileExists = (path: string) => new CloudError('STORAGE_FILE_EXIST', `there is a file at ${path} already`, 409)

/** [wx −503004] A link or an upload permit that was not issued here, or has expired. */
export const badStorageSignature = (message: string) => new CloudError('STORAGE_SIGN_PARAM_INVALID', message, 403)

/** [seen −403001] */
export const fileTooLarge = (limit: number) => new CloudError('EntityTooLarge', `-403001 the file is larger than ${limit} bytes`, 413)

// Who is calling

/** [doc] No bearer token. */
export const missingCredentials = () => new CloudError('MISSING_CREDENTIALS', 'Authorization: Bearer <token> is missing', 401)

/** [doc] A bearer token, signature or per-call token that this cloud did not issue. */
export const invalidCredentials = (message: string) => new CloudError('INVALID_CREDENTIALS', message, 401)

/** [doc] A person, origin or host that may not do this. */
export const actionForbidden = (message: string) => new CloudError('ACTION_FORBIDDEN', message, 403)

/** [doc] */
export const bodyTooLarge = (limit: number) =>
  new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `the request body is larger than ${limit} bytes`, 413)

/** [here] The request broke off before it was whole; whoever sent it is gone. */
export const requestBroken = (message: string) => new CloudError('REQUEST_BROKEN', `the request broke off: ${message}`, 400)

// Starting

/** [here] Somebody else listens there. */
export const portBusy = (host: string, port: number) => new CloudError('PORT_BUSY', `port ${port} on ${host} is in use: stop whatever listens there or choose another port`)

/** [here] Another cloud runs on the same data. */
export const dataBusy = (directory: string) => new CloudError('DATA_BUSY', `another devcloud is running on ${directory}`)

/** [here] A deployment file that cannot be deployed. */
export const badDeployment = (file: string, message: string) => new CloudError('BAD_DEPLOYMENT', `${file}: ${message}`)

/** [here] The disk took no more. What was acknowledged is kept; what failed is not there at all. */
export const dataFull = (file: string, reason?: string) =>
  new CloudError('DATA_FULL', `${file} could not be written${reason === undefined ? ': the disk is full' : ` (${reason})`}; nothing of this write was kept. Make room, then try again`, 507)

/** [here] The database file is not what it was. */
export const dataDamaged = (file: string, reason: string) =>
  new CloudError('DATA_DAMAGED', `${file} is damaged (${reason}). Put back a copy of the data directory, or delete the directory to begin anew`, 500)
