import { defineRecords } from '../../providers/define-records.ts';

/** Source: EventingResources.resx. */
export const eventRecord = defineRecords({
  INVALID_REGISTRATION: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Cannot register for the specified event. An event with the name '{0}' does not exist. (Parameter 'eventName')",
  },
  SUBSCRIBER_EXISTS: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Cannot subscribe to the specified event. A subscriber with the source identifier '{0}' already exists.",
  },
  ENGINE_EVENT_NOT_SUPPORTED: {
    category: 'NotImplemented',
    exception: 'Management.PSNotSupportedException',
    text: "The engine event '{0}' is not supported yet.",
  },
  INVALID_SOURCE_IDENTIFIER: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Event with source identifier '{0}' does not exist.",
  },
  INVALID_EVENT_IDENTIFIER: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Event with event identifier '{0}' does not exist.",
  },
  INVALID_SUBSCRIPTION: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Event subscription with identifier '{0}' does not exist.",
  },
});
