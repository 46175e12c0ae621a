package io.demarche.api.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the index of texts of a database. One that is lost, damaged or another database's begins anew, with all texts to be taken in. */
final class TextIndex {

    private static final Logger LOG = LoggerFactory.getLogger(TextIndex.class);
    /** Of one by reports with their parties; an older one has none. */
    private static final String ID = "parties";

    private TextIndex() {}

    static IndexWriter open(Path folder, JdbcClient jdbc) throws IOException {
        IndexWriter index = open(FSDirectory.open(folder));
        Optional<String> known =
                jdbc.sql("select id from text_index").query(String.class).optional();
        if (known.isEmpty() || !known.equals(id(index))) {
            String id = UUID.randomUUID().toString();
            jdbc.sql("delete from text_index").update();
            jdbc.sql("delete from text_change").update();
            int texts = jdbc.sql("insert into text_change (article_id) select distinct article_id from report")
                    .update();
            jdbc.sql("insert into text_index (id) values (:id)").param("id", id).update();
            index.deleteAll();
            index.setLiveCommitData(Map.of(ID, id).entrySet());
            index.commit();
            if (texts > 0) {
                LOG.info("the index of texts begins anew, with {} articles to be taken in", texts);
            }
        }
        return index;
    }

    private static IndexWriter open(Directory folder) throws IOException {
        try {
            return new IndexWriter(folder, settings());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException e) {
            LOG.warn("the index of texts is damaged", e);
            for (String file : folder.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    folder.deleteFile(file);
                }
            }
            return new IndexWriter(folder, settings());
        }
    }

    private static IndexWriterConfig settings() {
        return new IndexWriterConfig(new EnglishWords());
    }

    private static Optional<String> id(IndexWriter index) {
        Iterable<Map.Entry<String, String>> data = index.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(ID)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
