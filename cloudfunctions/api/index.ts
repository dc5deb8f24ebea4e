import { door } from '../lib/door'
import { acceptInvitation } from './acceptInvitation'
import { acceptRole } from './acceptRole'
import { actOnCase } from './actOnCase'
import { addPhoto } from './addPhoto'
import { answerAsk } from './answerAsk'
import { askBuyers } from './askBuyers'
import { bindOrders } from './bindOrders'
import { carryOn } from './carryOn'
import { changeMember } from './changeMember'
import { confirmBinding } from './confirmBinding'
import { decideTogether } from './decideTogether'
import { editCommunity } from './editCommunity'
import { fileCase } from './fileCase'
import { gatheredCases } from './gatheredCases'
import { inviteSupplier } from './inviteSupplier'
import { inviteToCommunity } from './inviteToCommunity'
import { leaderInbox } from './leaderInbox'
import { leaveRole } from './leaveRole'
import { listBindings } from './listBindings'
import { listGroupBuys } from './listGroupBuys'
import { listHouseholds } from './listHouseholds'
import { listNotices } from './listNotices'
import { markArrived } from './markArrived'
import { nameSupplier } from './nameSupplier'
import { openCommunity } from './openCommunity'
import { readNotices } from './readNotices'
import { recordConsent } from './recordConsent'
import { refundSheet } from './refundSheet'
import { removeMember } from './removeMember'
import { residentHome } from './residentHome'
import { showAsk } from './showAsk'
import { showCase } from './showCase'
import { showCommunity } from './showCommunity'
import { showGroupBuy } from './showGroupBuy'
import { showIncident } from './showIncident'
import { showLine } from './showLine'
import { showRoleInvitation } from './showRoleInvitation'
import { supplierCases } from './supplierCases'
import { unbindHousehold } from './unbindHousehold'
import { undoTogether } from './undoTogether'
import { whoAmI } from './whoAmI'

/** Every call a person makes, except reading exports. */
export const main = door({
  whoAmI, residentHome, showGroupBuy, bindOrders, showLine, addPhoto, fileCase, showCase, actOnCase,
  openCommunity, leaderInbox, listGroupBuys, markArrived, nameSupplier, listBindings, confirmBinding, inviteSupplier, acceptInvitation,
  decideTogether, carryOn, undoTogether, showIncident, refundSheet, askBuyers, showAsk, answerAsk,
  supplierCases, listNotices, readNotices, recordConsent,
  listHouseholds, unbindHousehold, showCommunity, editCommunity,
  inviteToCommunity, showRoleInvitation, acceptRole, changeMember, removeMember, leaveRole, gatheredCases,
})
