// PowerPoint files in; what Apache POI reads on each slide, one line a slide, out: the file's
// number, the title, the notes and all words (a chart's are the cells of its workbook), form-encoded so that no word can end a line.

import java.io.FileInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

public class ReadDecks {
  // getTitle() looks for the first of these only.
  private static final Set<Placeholder> TITLES =
      EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);

  public static void main(String[] paths) throws Exception {
    for (int file = 0; file < paths.length; file++) {
      try (XMLSlideShow show = new XMLSlideShow(new FileInputStream(paths[file]))) {
        for (XSLFSlide slide : show.getSlides()) {
          List<String> words = new ArrayList<>();
          gather(slide.getShapes(), words);
          System.out.println(
              String.join(
                  "\t",
                  Integer.toString(file),
                  encoded(text(slide.getPlaceholders(), TITLES)),
                  encoded(notes(slide.getNotes())),
                  encoded(String.join("\n", words))));
        }
      }
    }
  }

  private static String notes(XSLFNotes notes) {
    if (notes == null) return "";
    return text(notes.getPlaceholders(), EnumSet.of(Placeholder.BODY));
  }

  private static String text(XSLFTextShape[] placeholders, Set<Placeholder> kinds) {
    for (XSLFTextShape shape : placeholders) {
      if (kinds.contains(shape.getTextType())) return shape.getText();
    }
    return "";
  }

  private static void gather(List<XSLFShape> shapes, List<String> words)
      throws Exception {
    for (XSLFShape shape : shapes) {
      if (shape instanceof XSLFGroupShape) gather(((XSLFGroupShape) shape).getShapes(), words);
      if (shape instanceof XSLFTextShape) words.add(((XSLFTextShape) shape).getText());
      if (shape instanceof XSLFTable) {
        ((XSLFTable) shape).getRows().forEach(row -> row.getCells().forEach(c -> words.add(c.getText())));
      } else if (shape instanceof XSLFGraphicFrame && ((XSLFGraphicFrame) shape).hasChart()) {
        DataFormatter shown = new DataFormatter();
        ((XSLFGraphicFrame) shape).getChart().getWorkbook().getSheetAt(0)
            .forEach(row -> row.forEach(cell -> words.add(shown.formatCellValue(cell))));
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }
}
