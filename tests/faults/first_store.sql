-- A store as the first version of the tables left it: one room, its words and one hidden word.
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('0001');
CREATE TABLE room (id INTEGER NOT NULL, code VARCHAR(6) NOT NULL, title VARCHAR(200) NOT NULL, lang VARCHAR(2) NOT NULL, created_at BIGINT NOT NULL, closed_at BIGINT, retention_days INTEGER NOT NULL, key_number INTEGER NOT NULL, rev INTEGER NOT NULL, activity INTEGER, view VARCHAR(10) NOT NULL, approval BOOLEAN NOT NULL, locked BOOLEAN NOT NULL, PRIMARY KEY (id), UNIQUE (code));
CREATE TABLE activity (id INTEGER NOT NULL, room INTEGER NOT NULL, name VARCHAR(40) NOT NULL, position INTEGER NOT NULL, spec TEXT NOT NULL, results_rule VARCHAR(10) NOT NULL, phone_results BOOLEAN NOT NULL, PRIMARY KEY (id), UNIQUE (room, name), FOREIGN KEY(room) REFERENCES room (id) ON DELETE CASCADE);
CREATE TABLE round (id INTEGER NOT NULL, activity INTEGER NOT NULL, number INTEGER NOT NULL, opened_at BIGINT NOT NULL, ends_at BIGINT, closed_at BIGINT, PRIMARY KEY (id), UNIQUE (activity, number), FOREIGN KEY(activity) REFERENCES activity (id) ON DELETE CASCADE);
CREATE TABLE answer (id INTEGER NOT NULL, round INTEGER NOT NULL, participant BLOB NOT NULL, slot INTEGER NOT NULL, "key" VARCHAR(200) NOT NULL, text VARCHAR(200) NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (id), UNIQUE (round, participant, "key"), UNIQUE (round, participant, slot), FOREIGN KEY(round) REFERENCES round (id) ON DELETE CASCADE);
CREATE TABLE decision (id INTEGER NOT NULL, activity INTEGER NOT NULL, kind VARCHAR(10) NOT NULL, "key" VARCHAR(200) NOT NULL, target VARCHAR(200), at BIGINT NOT NULL, undone_at BIGINT, PRIMARY KEY (id), FOREIGN KEY(activity) REFERENCES activity (id) ON DELETE CASCADE);
CREATE INDEX ix_decision_activity ON decision (activity);
INSERT INTO room VALUES (1, '482915', 'Vanha työpaja', 'fi', 4102444800000, NULL, 90, 1, 7, 1, 'results', 0, 0);
INSERT INTO activity VALUES (1, 1, 'word_cloud', 0, '{"kind":"words","id":"word_cloud","title":{"fi":"Sanapilvi","sv":"Ordmoln","en":"Word cloud"},"question":{"fi":"Mikä sana?","sv":"Vilket ord?","en":"Which word?"},"max_answers":3,"max_chars":40}', 'always', 0);
INSERT INTO round VALUES (1, 1, 1, 1750000000000, NULL, NULL);
INSERT INTO answer VALUES (1, 1, x'aa', 1, 'sisu', 'sisu', 1750000001000);
INSERT INTO answer VALUES (2, 1, x'bb', 1, 'talkoot', 'Talkoot', 1750000002000);
INSERT INTO decision VALUES (1, 1, 'hide', 'talkoot', NULL, 1750000003000, NULL);
