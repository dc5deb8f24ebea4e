import { door } from '../lib/door'
import { acceptInvitation } from './acceptInvitation'
import { actOnCase } from './actOnCase'
import { addPhoto } from './addPhoto'
import { addVoice } from './addVoice'
import { bindOrders } from './bindOrders'
import { confirmBinding } from './confirmBinding'
import { fileCase } from './fileCase'
import { inviteSupplier } from './inviteSupplier'
import { leaderInbox } from './leaderInbox'
import { listBindings } from './listBindings'
import { listGroupBuys } from './listGroupBuys'
import { listNotices } from './listNotices'
import { markArrived } from './markArrived'
import { nameSupplier } from './nameSupplier'
import { openCommunity } from './openCommunity'
import { readNotices } from './readNotices'
import { recordConsent } from './recordConsent'
import { residentHome } from './residentHome'
import { showCase } from './showCase'
import { showGroupBuy } from './showGroupBuy'
import { showLine } from './showLine'
import { supplierCases } from './supplierCases'
import { whoAmI } from './whoAmI'

/** Every call a person makes, except reading exports. */
export const main = door({
  whoAmI, residentHome, showGroupBuy, bindOrders, showLine, addPhoto, addVoice, fileCase, showCase, actOnCase,
  openCommunity, leaderInbox, listGroupBuys, markArrived, nameSupplier, listBindings, confirmBinding, inviteSupplier, acceptInvitation,
  supplierCases, listNotices, readNotices, recordConsent,
})
