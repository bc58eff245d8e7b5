import type { Cmdlet } from '../../runtime/engine/command.ts';
import { invokeRestMethod, invokeWebRequest } from './invoke-web.ts';
import { sendMailMessage } from './send-mail-message.ts';

export const webCmdlets: readonly Cmdlet[] = [invokeRestMethod, invokeWebRequest, sendMailMessage];
