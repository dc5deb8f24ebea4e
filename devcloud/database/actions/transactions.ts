import type { DatabaseAction } from '../action'

/** `db.startTransaction()`. The id stands at the top of the answer, beside `requestId`. */
export const startTransaction: DatabaseAction = (_parameters, { transactions }) => ({ transactionId: transactions.start() })

/** `transaction.commit()`. */
export const commitTransaction: DatabaseAction = (parameters, { transactions }) => {
  transactions.commit(parameters['transactionId'])
  return {}
}

/** `transaction.rollback()`. */
export const abortTransaction: DatabaseAction = (parameters, { transactions }) => {
  transactions.abort(parameters['transactionId'])
  return {}
}
