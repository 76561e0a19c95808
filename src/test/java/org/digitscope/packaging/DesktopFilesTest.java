package org.digitscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What tells a Linux desktop of the program: the three files agree with each other and with the project. */
class DesktopFilesTest {
    private static final String ID = "org.digitscope.Digitscope";
    private static final Path FOLDER = Path.of("packaging/linux");

    @Test
    void desktopFileStartsTheProgramWithTheFilesThatWereOpened() throws Exception {
        Map<String, String> entries = desktopEntries();

        assertThat(entries)
                .containsEntry("Type", "Application")
                .containsEntry("Exec", "digitscope %F")
                .containsEntry("Icon", ID)
                .containsEntry("Terminal", "false")
                .containsKeys("Name", "Comment", "Categories", "Keywords");
    }

    @Test
    void desktopFileSpeaksChineseToo() throws Exception {
        Map<String, String> entries = desktopEntries();

        for (String key : List.of("GenericName[zh_CN]", "Comment[zh_CN]", "Keywords[zh_CN]")) {
            assertThat(entries.get(key)).as(key).isNotNull().matches(".*\\p{IsHan}.*");
        }
    }

    @Test
    void metainfoHasTheIdOfTheDesktopFileAndTheVersionOfTheProject() throws Exception {
        Document metainfo = parse(FOLDER.resolve(ID + ".metainfo.xml"));
        Document pom = parse(Path.of("pom.xml"));
        Element release = (Element) metainfo.getElementsByTagName("release").item(0);

        assertThat(texts(metainfo, "id")).containsExactly(ID);
        assertThat(texts(metainfo, "launchable")).containsExactly(ID + ".desktop");
        assertThat(FOLDER.resolve(ID + ".desktop")).exists();
        assertThat(release.getAttribute("version"))
                .isEqualTo(texts(pom, "version").get(0));
        assertThat(texts(metainfo, "project_license")).containsExactly("Apache-2.0");
    }

    @Test
    void everyTypeOfFileThatIsNamedAnywhereIsDescribed() throws Exception {
        Document types = parse(FOLDER.resolve(ID + ".mime.xml"));
        List<String> described = attributes(types, "mime-type", "type");

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(texts(parse(FOLDER.resolve(ID + ".metainfo.xml")), "mediatype"))
                .containsExactlyInAnyOrder(desktopEntries().get("MimeType").split(";", 0));
    }

    @Test
    void inkStatesAndModelsAreKnownByTheirNames() throws Exception {
        Document types = parse(FOLDER.resolve(ID + ".mime.xml"));

        assertThat(attributes(types, "glob", "pattern"))
                .contains("*.ndjson", "*.inkml", "*.digitscope")
                .allMatch(pattern -> pattern.startsWith("*.") && pattern.length() > 2)
                // Other programs' archives stay theirs.
                .doesNotContain("*.zip");
    }

    @Test
    void iconsOfAllSizesAreThere() {
        for (int size : new int[] {16, 32, 64, 128, 256, 512}) {
            assertThat(Path.of("assets/icons/digitscope-" + size + ".png")).isNotEmptyFile();
        }
        assertThat(Path.of("assets/icons/digitscope.svg")).isNotEmptyFile();
    }

    private static Map<String, String> desktopEntries() throws Exception {
        List<String> lines = Files.readAllLines(FOLDER.resolve(ID + ".desktop"));
        assertThat(lines.get(0)).isEqualTo("[Desktop Entry]");
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document document, String element) {
        return elements(document, element).stream().map(Element::getTextContent).toList();
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        return elements(document, element).stream()
                .map(found -> found.getAttribute(attribute))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
