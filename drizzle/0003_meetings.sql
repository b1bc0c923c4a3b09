CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`meeting_id` text,
	`parent_id` text,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`presenter_seat_id` text,
	`planned_minutes` integer NOT NULL,
	`state` text NOT NULL,
	`used_ms` integer NOT NULL,
	`opened_at` integer,
	`subject_kind` text,
	`subject_id` text,
	`subject_digest` text,
	`second_call` integer NOT NULL,
	`second_call_notice_at` integer,
	`carried_from_id` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`presenter_seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_backlog` ON `agenda_items` (`group_id`) WHERE meeting_id is null;--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`seat_id` text,
	`person_id` text NOT NULL,
	`manner` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`departed_at` integer,
	`noted_by` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_meeting` ON `attendance` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_once` ON `attendance` (`meeting_id`,`person_id`,`seat_id`) WHERE departed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_once_by_office` ON `attendance` (`meeting_id`,`person_id`) WHERE departed_at is null and seat_id is null;--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`group_id` text,
	`created_at` integer NOT NULL,
	`last_read_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `floor_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`seat_id` text,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `floor_requests_meeting` ON `floor_requests` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`sequence` integer NOT NULL,
	`invited_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_invitations_meeting` ON `meeting_invitations` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `meeting_invitations_person` ON `meeting_invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_bodies` (
	`meeting_id` text NOT NULL,
	`group_id` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `group_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_bodies_group` ON `meeting_bodies` (`group_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`at` integer NOT NULL,
	`resumed_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_pauses_meeting` ON `meeting_pauses` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_replies` (
	`meeting_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`reply` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `seat_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`every_weeks` integer NOT NULL,
	`time_zone` text NOT NULL,
	`local_time` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`place` text NOT NULL,
	`template` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`series_id` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`convened_at` integer,
	`convened_by` text,
	`urgent_reason` text,
	`reason` text,
	`sequence` integer NOT NULL,
	`started_at` integer,
	`adjourned_at` integer,
	`current_item_id` text,
	`speech_limit_seconds` integer,
	`check_in_code` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`convened_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_group` ON `meetings` (`group_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_state` ON `meetings` (`state`);--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`digest` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text,
	`bytes` integer,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `papers_item` ON `papers` (`item_id`);--> statement-breakpoint
CREATE INDEX `papers_digest` ON `papers` (`digest`);--> statement-breakpoint
CREATE TABLE `action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`text` text NOT NULL,
	`owner_seat_id` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	`closing_note` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_items_group` ON `action_items` (`group_id`,`state`);--> statement-breakpoint
CREATE INDEX `action_items_seat` ON `action_items` (`owner_seat_id`,`state`);--> statement-breakpoint
CREATE INDEX `action_items_meeting` ON `action_items` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`version_id` text NOT NULL,
	`item_id` text,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`quote` text NOT NULL,
	`proposal` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`disposed_by` text,
	`disposed_at` integer,
	`disposition` text,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `minutes_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disposed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_minutes` ON `corrections` (`minutes_id`);--> statement-breakpoint
CREATE TABLE `minute_takers` (
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`appointed_by` text NOT NULL,
	`appointed_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`meeting_id`, `person_id`, `appointed_at`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`meeting_id` text NOT NULL,
	`group_id` text NOT NULL,
	`amends_id` text,
	`state` text NOT NULL,
	`approval_item_id` text,
	`approved_at` integer,
	`sealed_at` integer,
	`chain_number` integer,
	`approval` text,
	`seal` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approval_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minutes_meeting` ON `minutes` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_chain` ON `minutes` (`group_id`,`chain_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_one` ON `minutes` (`meeting_id`) WHERE kind = 'minutes';--> statement-breakpoint
CREATE TABLE `minutes_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`digest` text NOT NULL,
	`circulated_at` integer NOT NULL,
	`circulated_by` text NOT NULL,
	`corrections_until` integer NOT NULL,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`circulated_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_versions_number` ON `minutes_versions` (`minutes_id`,`number`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statements_meeting` ON `statements` (`meeting_id`);--> statement-breakpoint
ALTER TABLE `groups` ADD `meeting_settings` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `meeting_id` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `item_id` text;--> statement-breakpoint
ALTER TABLE `motions` ADD `decision_year` integer;--> statement-breakpoint
ALTER TABLE `motions` ADD `decision_number` integer;--> statement-breakpoint
CREATE INDEX `motions_meeting` ON `motions` (`meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `motions_decision` ON `motions` (`group_id`,`decision_year`,`decision_number`);--> statement-breakpoint
UPDATE `motions` SET
  `decision_year` = CAST(strftime('%Y', `decided_at` / 1000, 'unixepoch') AS integer),
  `decision_number` = (
    SELECT count(*) FROM `motions` AS `earlier`
    WHERE `earlier`.`group_id` = `motions`.`group_id`
      AND `earlier`.`outcome` IN ('ADOPTED', 'ADOPTED_OVER_NGO_OBJECTION', 'ADOPTED_NGO_SILENT', 'NOT_ADOPTED')
      AND `earlier`.`decided_at` IS NOT NULL
      AND strftime('%Y', `earlier`.`decided_at` / 1000, 'unixepoch') = strftime('%Y', `motions`.`decided_at` / 1000, 'unixepoch')
      AND (`earlier`.`decided_at` < `motions`.`decided_at`
        OR (`earlier`.`decided_at` = `motions`.`decided_at` AND `earlier`.`rowid` <= `motions`.`rowid`))
  )
WHERE `decided_at` IS NOT NULL
  AND `outcome` IN ('ADOPTED', 'ADOPTED_OVER_NGO_OBJECTION', 'ADOPTED_NGO_SILENT', 'NOT_ADOPTED');
