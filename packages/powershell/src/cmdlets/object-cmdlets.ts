import type { Cmdlet } from '../runtime/engine/command.ts';
import { addHistory } from './add-history.ts';
import { addMember } from './add-member.ts';
import { clearHistory } from './clear-history.ts';
import { clearVariable } from './clear-variable.ts';
import { compareObject } from './compare-object.ts';
import { convertToHtml } from './convert-to-html.ts';
import { convertToXml } from './convert-to-xml.ts';
import { formatCustom } from './format-custom.ts';
import { formatWide } from './format-wide.ts';
import { getCulture, getUICulture } from './get-culture.ts';
import { getFormatData } from './get-format-data.ts';
import { getHistory } from './get-history.ts';
import { getHost } from './get-host.ts';
import { getMember } from './get-member.ts';
import { getRandomObject } from './get-random.ts';
import { getSecureRandom } from './get-secure-random.ts';
import { getTypeData } from './get-type-data.ts';
import { getUnique } from './get-unique.ts';
import { getVariable } from './get-variable.ts';
import { getVerb } from './get-verb.ts';
import { groupObject } from './group-object.ts';
import { invokeHistory } from './invoke-history.ts';
import { joinString } from './join-string.ts';
import { measureObject } from './measure-object.ts';
import { newGuid } from './new-guid.ts';
import { newObject } from './new-object.ts';
import { newVariable } from './new-variable.ts';
import { outGridView } from './out-grid-view.ts';
import { removeTypeData } from './remove-type-data.ts';
import { removeVariable } from './remove-variable.ts';
import { setVariable } from './set-variable.ts';
import { sortObject } from './sort-object.ts';
import { teeObject } from './tee-object.ts';
import { updateFormatData } from './update-format-data.ts';
import { updateTypeData } from './update-type-data.ts';

/** Cmdlets that work on objects of any kind: compare, order, describe and make them. */
export const objectCmdlets: readonly Cmdlet[] = [
  addHistory,
  addMember,
  clearHistory,
  clearVariable,
  compareObject,
  convertToHtml,
  convertToXml,
  formatCustom,
  formatWide,
  getCulture,
  getFormatData,
  getHistory,
  getHost,
  getMember,
  getRandomObject,
  getSecureRandom,
  getTypeData,
  getUICulture,
  getUnique,
  getVariable,
  getVerb,
  groupObject,
  invokeHistory,
  joinString,
  measureObject,
  newGuid,
  newObject,
  newVariable,
  outGridView,
  removeTypeData,
  removeVariable,
  setVariable,
  sortObject,
  teeObject,
  updateFormatData,
  updateTypeData,
];
