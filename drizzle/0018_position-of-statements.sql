ALTER TABLE `vote_statements` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `vote_statements` SET `position` = (
	SELECT count(*) FROM `vote_statements` AS `earlier`
	WHERE `earlier`.`motion_id` = `vote_statements`.`motion_id` AND `earlier`.rowid <= `vote_statements`.rowid
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_statements_position` ON `vote_statements` (`motion_id`,`position`);
