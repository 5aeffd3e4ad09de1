import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { builtInRolePermissions } from "../role-permissions"

export class Migration20261124170618 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "seller_role_permission" drop constraint if exists "seller_role_permission_role_id_permission_unique";`
    )
    this.addSql(
      `alter table if exists "seller_profile" drop constraint if exists "seller_profile_seller_id_unique";`
    )
    this.addSql(
      `alter table if exists "seller_onboarding" drop constraint if exists "seller_onboarding_seller_id_unique";`
    )
    this.addSql(
      `alter table if exists "seller_member" drop constraint if exists "seller_member_seller_id_member_id_unique";`
    )
    this.addSql(
      `alter table if exists "seller_invite" drop constraint if exists "seller_invite_token_hash_unique";`
    )
    this.addSql(
      `alter table if exists "member" drop constraint if exists "member_email_unique";`
    )
    this.addSql(
      `create table if not exists "member" ("id" text not null, "email" text not null, "name" text not null, "bio" text null, "phone" text null, "photo" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "member_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_member_deleted_at" ON "member" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_member_email_unique" ON "member" ("email") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller" ("id" text not null, "name" text not null, "handle" text not null, "description" text null, "photo" text null, "city" text null, "state" text null, "country_code" text null, "status" text check ("status" in ('pending', 'active', 'suspended', 'terminated')) not null default 'pending', "vacation_from" timestamptz null, "vacation_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_deleted_at" ON "seller" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_handle_living" ON "seller" ("handle") WHERE status <> 'terminated' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_status" ON "seller" ("status") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_invite" ("id" text not null, "seller_id" text not null, "email" text not null, "role_id" text not null, "token_hash" text not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_invite_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_invite_deleted_at" ON "seller_invite" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_invite_token_hash_unique" ON "seller_invite" ("token_hash") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_invite_seller_id" ON "seller_invite" ("seller_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_invite_one_open" ON "seller_invite" ("seller_id", "email") WHERE accepted_at IS NULL AND revoked_at IS NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_member" ("id" text not null, "seller_id" text not null, "member_id" text not null, "role_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_member_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_member_deleted_at" ON "seller_member" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_member_seller_id_member_id_unique" ON "seller_member" ("seller_id", "member_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_member_one_owner" ON "seller_member" ("seller_id") WHERE role_id = 'role_owner' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_member_member_id" ON "seller_member" ("member_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_onboarding" ("id" text not null, "seller_id" text not null, "store_information" boolean not null default false, "locations_shipping" boolean not null default false, "products" boolean not null default false, "stripe_connection" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_onboarding_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_onboarding_deleted_at" ON "seller_onboarding" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_onboarding_seller_id_unique" ON "seller_onboarding" ("seller_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_profile" ("id" text not null, "seller_id" text not null, "email" text not null, "phone" text null, "address_line" text null, "postal_code" text null, "tax_id" text null, "is_living" boolean not null default true, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_profile_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_profile_deleted_at" ON "seller_profile" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_profile_seller_id_unique" ON "seller_profile" ("seller_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_profile_email_living" ON "seller_profile" ("email") WHERE is_living AND email <> '' AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_role" ("id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_role_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_role_deleted_at" ON "seller_role" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_role_permission" ("id" text not null, "role_id" text not null, "permission" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_role_permission_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_role_permission_deleted_at" ON "seller_role_permission" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_role_permission_role_id_permission_unique" ON "seller_role_permission" ("role_id", "permission") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "seller_status_change" ("id" text not null, "seller_id" text not null, "from_status" text check ("from_status" in ('pending', 'active', 'suspended', 'terminated')) not null, "to_status" text check ("to_status" in ('pending', 'active', 'suspended', 'terminated')) not null, "reason" text null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_status_change_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_status_change_deleted_at" ON "seller_status_change" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_status_change_seller_id" ON "seller_status_change" ("seller_id") WHERE deleted_at IS NULL;`
    )

    // Written by hand from here: an expression index and the built-in roles.
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_name_living" ON "seller" (lower("name")) WHERE status <> 'terminated' AND deleted_at IS NULL;`
    )
    for (const [role, permissions] of Object.entries(builtInRolePermissions)) {
      this.addSql(
        `insert into "seller_role" ("id", "name") values ('role_${role}', '${role}') on conflict ("id") do nothing;`
      )
      for (const permission of permissions) {
        this.addSql(
          `insert into "seller_role_permission" ("id", "role_id", "permission") values ('roleperm_${role}_${permission.replace(":", "_")}', 'role_${role}', '${permission}') on conflict ("id") do nothing;`
        )
      }
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "member" cascade;`)

    this.addSql(`drop table if exists "seller" cascade;`)

    this.addSql(`drop table if exists "seller_invite" cascade;`)

    this.addSql(`drop table if exists "seller_member" cascade;`)

    this.addSql(`drop table if exists "seller_onboarding" cascade;`)

    this.addSql(`drop table if exists "seller_profile" cascade;`)

    this.addSql(`drop table if exists "seller_role" cascade;`)

    this.addSql(`drop table if exists "seller_role_permission" cascade;`)

    this.addSql(`drop table if exists "seller_status_change" cascade;`)
  }
}
