import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONTRACT_DOCUMENT, contractDocument } from './contract-document.js';

// Writes docs/contract.md from the catalogue; a test holds that the committed file is what this writes.
writeFileSync(CONTRACT_DOCUMENT, contractDocument());
console.log(`written: ${fileURLToPath(CONTRACT_DOCUMENT)}`);
