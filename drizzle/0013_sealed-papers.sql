CREATE TABLE `__papers_not_sealed` (
	`papers` integer NOT NULL,
	CONSTRAINT `secret ballots under way are counted by the earlier release first` CHECK(`papers` = 0)
);
--> statement-breakpoint
INSERT INTO `__papers_not_sealed` SELECT count(*) FROM `secret_papers`;--> statement-breakpoint
DROP TABLE `__papers_not_sealed`;--> statement-breakpoint
DROP TABLE `secret_papers`;--> statement-breakpoint
CREATE TABLE `secret_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`motion_id` text NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`motion_id`) REFERENCES `motions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `secret_papers_motion` ON `secret_papers` (`motion_id`);
