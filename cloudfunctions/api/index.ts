import { door } from '../lib/door'
import { acceptInvitation } from './acceptInvitation'
import { actOnCase } from './actOnCase'
import { addPhoto } from './addPhoto'
import { answerAsk } from './answerAsk'
import { askBuyers } from './askBuyers'
import { bindOrders } from './bindOrders'
import { carryOn } from './carryOn'
import { confirmBinding } from './confirmBinding'
import { decideTogether } from './decideTogether'
import { fileCase } from './fileCase'
import { fileOnBehalf } from './fileOnBehalf'
import { groupBuyProgress } from './groupBuyProgress'
import { inviteSupplier } from './inviteSupplier'
import { leaderInbox } from './leaderInbox'
import { listBindings } from './listBindings'
import { listGroupBuys } from './listGroupBuys'
import { listHouseholds } from './listHouseholds'
import { listNotices } from './listNotices'
import { listUntold } from './listUntold'
import { markArrived } from './markArrived'
import { nameSupplier } from './nameSupplier'
import { openCommunity } from './openCommunity'
import { readChat } from './readChat'
import { readNotices } from './readNotices'
import { recordConsent } from './recordConsent'
import { residentHome } from './residentHome'
import { showAsk } from './showAsk'
import { showCase } from './showCase'
import { showGroupBuy } from './showGroupBuy'
import { showIncident } from './showIncident'
import { showLine } from './showLine'
import { supplierCases } from './supplierCases'
import { undoTogether } from './undoTogether'
import { whoAmI } from './whoAmI'

/** Every call a person makes, except reading exports. */
export const main = door({
  whoAmI, residentHome, showGroupBuy, bindOrders, showLine, addPhoto, fileCase, showCase, actOnCase,
  openCommunity, leaderInbox, listGroupBuys, markArrived, nameSupplier, listBindings, confirmBinding, inviteSupplier, acceptInvitation,
  decideTogether, carryOn, undoTogether, showIncident, askBuyers, showAsk, answerAsk,
  fileOnBehalf, listHouseholds, readChat, listUntold, groupBuyProgress,
  supplierCases, listNotices, readNotices, recordConsent,
})
