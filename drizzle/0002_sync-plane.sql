CREATE TABLE `document_clients` (
	`document_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`person_id` text,
	PRIMARY KEY(`document_id`, `client_id`)
);
--> statement-breakpoint
CREATE TABLE `document_history` (
	`document_id` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer NOT NULL,
	`entries` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`document_id`, `from_seq`)
);
--> statement-breakpoint
CREATE TABLE `document_set_aside` (
	`seq` integer PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	`contributions` blob,
	`set_aside_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `document_standings` (
	`document_id` text PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`damaged_at` integer
);
--> statement-breakpoint
ALTER TABLE `document_snapshots` ADD `state_vector` blob;--> statement-breakpoint
ALTER TABLE `document_snapshots` ADD `checksum` integer;--> statement-breakpoint
ALTER TABLE `document_updates` ADD `contributions` blob;--> statement-breakpoint
ALTER TABLE `document_updates` ADD `checksum` integer;