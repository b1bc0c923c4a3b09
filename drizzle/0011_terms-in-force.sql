ALTER TABLE `terms_versions` ADD `in_force_at` integer;
