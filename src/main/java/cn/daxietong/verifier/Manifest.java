package cn.daxietong.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What lies in a bag, in order, each with its digest in one suite: an ASiCManifest (ETSI EN 319 162-1 A.4) whose digest is the bag's root.
 *
 * @param about what the bag is, shown to whoever checks it: number, title, sender, receiver, sealed_at …
 * @param signers the fingerprints of the two keys, by suite
 */
public record Manifest(Suite suite, Map<String, String> about, Map<Suite, String> signers, List<Listed> files) {
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String OURS = "urn:daxietong:bag:1";

    /**
     * @param title as people call it
     * @param parts pages of a document, or stretches of a long file, so that a change can be placed
     */
    @SuppressWarnings("ArrayRecordComponent") // a digest, compared byte by byte
    public record Listed(String name, String title, String mediaType, byte[] digest, List<Part> parts) {}

    /**
     * @param label 第3页, 第2段
     */
    @SuppressWarnings("ArrayRecordComponent") // a digest, compared byte by byte
    public record Part(String label, long offset, long length, byte[] digest) {
        boolean isPage() {
            return label.endsWith("页");
        }
    }

    public byte[] bytes() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ASiCManifest xmlns=\"" + ASIC
                + "\" xmlns:ds=\"" + DSIG + "\" xmlns:d=\"" + OURS + "\">\n");
        xml.append("  <SigReference")
                .append(attribute("URI", Names.signature(Names.manifest(suite), suite)))
                .append(attribute("MimeType", "text/plain"))
                .append("/>\n");
        files.forEach(file -> write(xml, file));
        xml.append("  <ASiCManifestExtensions><Extension Critical=\"false\">\n    <d:Bag");
        about.forEach((name, value) -> xml.append(attribute(name, value)));
        xml.append("/>\n");
        signers.forEach((of, fingerprint) -> xml.append("    <d:Signer")
                .append(attribute("suite", of.code()))
                .append(attribute("fingerprint", fingerprint))
                .append("/>\n"));
        xml.append("  </Extension></ASiCManifestExtensions>\n</ASiCManifest>\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder xml, Listed file) {
        xml.append("  <DataObjectReference")
                .append(attribute("URI", file.name()))
                .append(attribute("MimeType", file.mediaType()))
                .append("><ds:DigestMethod")
                .append(attribute("Algorithm", suite.digestUri()))
                .append("/><ds:DigestValue>")
                .append(Base64.getEncoder().encodeToString(file.digest()))
                .append("</ds:DigestValue><DataObjectReferenceExtensions><Extension Critical=\"false\"><d:File")
                .append(attribute("title", file.title()))
                .append(">");
        for (var part : file.parts()) {
            xml.append("<d:Part")
                    .append(attribute("label", part.label()))
                    .append(attribute("offset", Long.toString(part.offset())))
                    .append(attribute("length", Long.toString(part.length())))
                    .append(attribute("digest", Base64.getEncoder().encodeToString(part.digest())))
                    .append("/>");
        }
        xml.append("</d:File></Extension></DataObjectReferenceExtensions></DataObjectReference>\n");
    }

    private static String attribute(String name, String value) {
        var out = new StringBuilder(" " + name + "=\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
        return out.append('"').toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /** @throws IllegalArgumentException where it is no such manifest */
    static Manifest read(Suite suite, byte[] bytes) {
        var root = parsed(bytes).getDocumentElement();
        var about = new LinkedHashMap<String, String>();
        var signers = new LinkedHashMap<Suite, String>();
        for (var bag : all(root, OURS, "Bag")) {
            var attributes = bag.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                about.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
            }
        }
        for (var signer : all(root, OURS, "Signer")) {
            signers.put(
                    Suite.of(signer.getAttribute("suite")).orElseThrow(IllegalArgumentException::new),
                    signer.getAttribute("fingerprint"));
        }
        var files = all(root, ASIC, "DataObjectReference").stream()
                .map(Manifest::listed)
                .toList();
        if (files.isEmpty() || signers.size() != Suite.values().length) {
            throw new IllegalArgumentException("empty");
        }
        return new Manifest(suite, about, signers, files);
    }

    private static Listed listed(Element reference) {
        var file = all(reference, OURS, "File").getFirst();
        var parts = all(file, OURS, "Part").stream()
                .map(p -> new Part(
                        p.getAttribute("label"),
                        Long.parseLong(p.getAttribute("offset")),
                        Long.parseLong(p.getAttribute("length")),
                        Base64.getDecoder().decode(p.getAttribute("digest"))))
                .toList();
        return new Listed(
                reference.getAttribute("URI"),
                file.getAttribute("title"),
                reference.getAttribute("MimeType"),
                Base64.getDecoder()
                        .decode(all(reference, DSIG, "DigestValue").getFirst().getTextContent()),
                parts);
    }

    private static List<Element> all(Element within, String namespace, String name) {
        var nodes = within.getElementsByTagNameNS(namespace, name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static org.w3c.dom.Document parsed(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            // Read from memory, so that what fails to be read is no UTF-8.
            throw new IllegalArgumentException(e);
        }
    }
}
