export { type EndpointEntry, epmInterface, epmStatus, inquiryType } from './epm-interface.ts';
export { type Endpoint, endpointOf, type Floor, floorProtocol, tower, towerOf } from './tower.ts';
