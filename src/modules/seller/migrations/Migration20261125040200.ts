import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125040200 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller_profile" add column if not exists "time_zone" text not null default 'UTC';`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "seller_profile" drop column if exists "time_zone";`);
  }

}
