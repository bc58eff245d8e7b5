export interface CategoryFields {
  readonly category: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
}

/** Source: System.Management.Automation.ErrorCategoryInfo. */
export class CategoryInfo implements CategoryFields {
  readonly typeName = 'System.Management.Automation.ErrorCategoryInfo';
  readonly category: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;

  constructor(fields: CategoryFields) {
    this.category = fields.category;
    this.activity = fields.activity;
    this.reason = fields.reason;
    this.targetName = fields.targetName;
    this.targetType = fields.targetType;
  }

  text(): string {
    return `${this.category}: (${this.targetName}:${this.targetType}) [${this.activity}], ${this.reason}`;
  }
}
