import { door } from '../lib/door'
import { acceptInvitation } from './acceptInvitation'
import { actOnCase } from './actOnCase'
import { addPhoto } from './addPhoto'
import { agreeOnRecovery } from './agreeOnRecovery'
import { answerAsk } from './answerAsk'
import { answerJoin } from './answerJoin'
import { askBuyers } from './askBuyers'
import { askToJoin } from './askToJoin'
import { bindOrders } from './bindOrders'
import { carryOn } from './carryOn'
import { confirmBinding } from './confirmBinding'
import { decideTogether } from './decideTogether'
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
import { removeMember } from './removeMember'
import { residentHome } from './residentHome'
import { revokeLink } from './revokeLink'
import { showAsk } from './showAsk'
import { showBundle } from './showBundle'
import { showCase } from './showCase'
import { showGroupBuy } from './showGroupBuy'
import { showIncident } from './showIncident'
import { showLine } from './showLine'
import { showLink } from './showLink'
import { showSupplier } from './showSupplier'
import { supplierCases } from './supplierCases'
import { undoTogether } from './undoTogether'
import { whoAmI } from './whoAmI'

/** Every call a person makes, except reading exports. */
export const main = door({
  whoAmI, residentHome, showGroupBuy, bindOrders, showLine, addPhoto, fileCase, showCase, actOnCase,
  openCommunity, leaderInbox, listGroupBuys, markArrived, nameSupplier, agreeOnRecovery, listBindings, confirmBinding, inviteSupplier, acceptInvitation,
  showLink, askToJoin, answerJoin, showSupplier, revokeLink, removeMember,
  decideTogether, carryOn, undoTogether, showIncident, askBuyers, showAsk, answerAsk,
  supplierCases, showBundle, listNotices, readNotices, recordConsent,
})
