import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125002022 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "commission_rule_version" drop constraint if exists "commission_rule_version_rule_id_version_unique";`);
    this.addSql(`create table if not exists "commission_rule" ("id" text not null, "name" text not null, "is_default" boolean not null default false, "is_active" boolean not null default true, "priority" integer not null default 0, "effective_from" timestamptz null, "effective_to" timestamptz null, "conditions" jsonb not null, "rate" jsonb not null, "scope_hash" text null, "version" integer not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commission_rule_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_rule_deleted_at" ON "commission_rule" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_commission_rule_one_default" ON "commission_rule" ("is_default") WHERE is_default AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_rule_is_active" ON "commission_rule" ("is_active") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "commission_rule_version" ("id" text not null, "rule_id" text not null, "version" integer not null, "change" text check ("change" in ('created', 'updated', 'deleted', 'restored')) not null, "content" jsonb not null, "actor_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commission_rule_version_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_rule_version_deleted_at" ON "commission_rule_version" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_commission_rule_version_rule_id_version_unique" ON "commission_rule_version" ("rule_id", "version") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "commission_tariff" ("id" text not null, "version" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commission_tariff_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_commission_tariff_deleted_at" ON "commission_tariff" ("deleted_at") WHERE deleted_at IS NULL;`);

    // Written by hand from here: an index over expressions, the guards, the first rows.
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_commission_rule_scope" ON "commission_rule" ("scope_hash", "priority", coalesce("effective_from", '-infinity'::timestamptz)) WHERE deleted_at IS NULL AND NOT is_default;`
    )
    this.addSql(
      `create or replace function commission_rule_keep_default() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' then
          raise exception 'the default commission rule cannot be deleted';
        elsif new.deleted_at is not null or not new.is_default then
          raise exception 'the default commission rule cannot be deleted';
        end if;
        return new;
      end $$;`
    )
    this.addSql(
      `create or replace trigger commission_rule_keep_default before update or delete on "commission_rule" for each row when (old.is_default) execute function commission_rule_keep_default();`
    )
    this.addSql(
      `create or replace function commission_rule_version_append_only() returns trigger language plpgsql as $$ begin
        raise exception 'versions of commission rules are append-only';
      end $$;`
    )
    this.addSql(
      `create or replace trigger commission_rule_version_append_only before update or delete on "commission_rule_version" for each row execute function commission_rule_version_append_only();`
    )
    this.addSql(
      `insert into "commission_tariff" ("id", "version") values ('tariff', 1) on conflict ("id") do nothing;`
    )
    this.addSql(
      `insert into "commission_rule" ("id", "name", "is_default", "conditions", "rate") values ('crul_default', 'Default', true, '{}', '{"components": [{"type": "percentage", "percentage": "0"}], "include_tax": false}') on conflict ("id") do nothing;`
    )
    this.addSql(
      `insert into "commission_rule_version" ("id", "rule_id", "version", "change", "content") select 'crulv_default', id, 1, 'created', to_jsonb(r) - 'id' from "commission_rule" r where id = 'crul_default' on conflict ("id") do nothing;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "commission_rule" cascade;`);

    this.addSql(`drop table if exists "commission_rule_version" cascade;`);

    this.addSql(`drop table if exists "commission_tariff" cascade;`);

    this.addSql(`drop function if exists commission_rule_keep_default();`)

    this.addSql(
      `drop function if exists commission_rule_version_append_only();`
    )
  }
}
