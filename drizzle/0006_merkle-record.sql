CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` text NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cosignatures` (
	`size` integer NOT NULL,
	`key_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`line` text NOT NULL,
	PRIMARY KEY(`size`, `key_id`),
	FOREIGN KEY (`size`) REFERENCES `checkpoints`(`size`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `witness_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cosignatures_key` ON `cosignatures` (`key_id`);--> statement-breakpoint
CREATE TABLE `record_nodes` (
	`position` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `witness_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`witness_id` text NOT NULL,
	`verifier_key` text NOT NULL,
	`made_in` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `witness_keys_witness` ON `witness_keys` (`witness_id`);--> statement-breakpoint
CREATE TABLE `witnesses` (
	`id` text PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `witnesses_seat` ON `witnesses` (`seat_id`);--> statement-breakpoint
ALTER TABLE `record` ADD `actor_id` text;--> statement-breakpoint
CREATE INDEX `record_actor` ON `record` (`actor_id`);--> statement-breakpoint
CREATE INDEX `record_at` ON `record` (`at`);--> statement-breakpoint
CREATE INDEX `record_act` ON `record` (`act`);--> statement-breakpoint
UPDATE `record` SET `actor_id` = json_extract(`entry`, '$.actor') WHERE json_valid(`entry`);
