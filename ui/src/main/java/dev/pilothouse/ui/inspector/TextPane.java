package dev.pilothouse.ui.inspector;

import dev.pilothouse.ui.dialog.Clipboards;
import dev.pilothouse.ui.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/// Shows a text that cannot be edited: coloured, with line numbers, searched by `/`, copied by selection or as a whole.
///
/// A newer version of the same text takes the place of the older without moving what the reader looks at.
final class TextPane extends BorderPane {
    private final CodeArea area = new CodeArea();
    private final HBox findBar = new HBox();
    private final TextField findField = new TextField();
    private final Label findCount = new Label();
    private final Finder finder = new Finder();
    private StyledText shown = StyledText.EMPTY;

    TextPane(Words words, boolean lineNumbers) {
        getStyleClass().add("text-pane");
        area.getStyleClass().add("code");
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager()); // otherwise each newer version would be kept for ever
        sceneProperty() // blinking would go on without a window, and hold the text
                .subscribe(scene -> area.setShowCaret(scene == null ? CaretVisibility.OFF : CaretVisibility.ON));
        if (lineNumbers) area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        setCenter(new VirtualizedScrollPane<>(area));
        buildFindBar(words);
        addEventFilter(KeyEvent.KEY_PRESSED, this::readerKeys);
    }

    /// Shows `text`. `keepPlace` where it is a newer version of what is shown.
    void show(StyledText text, boolean keepPlace) {
        if (text.text().equals(shown.text())) return;
        shown = text;
        double x = area.estimatedScrollXProperty().getValue();
        double y = area.estimatedScrollYProperty().getValue();
        int caret = Math.min(area.getCaretPosition(), text.text().length());
        area.replaceText(text.text());
        if (!findField.getText().isEmpty()) finder.look(text.text(), findField.getText(), caret);
        restyle();
        area.moveTo(keepPlace ? caret : 0);
        if (keepPlace) {
            area.scrollXToPixel(x);
            area.scrollYToPixel(y);
        } else if (!text.text().isEmpty()) {
            area.showParagraphAtTop(0);
        }
    }

    /// Lets go of the text. Shows nothing afterwards.
    void dispose() {
        shown = StyledText.EMPTY;
        area.dispose();
    }

    /// The whole text.
    String text() {
        return shown.whole();
    }

    /// Opens the search line.
    void find() {
        setTop(findBar);
        findField.requestFocus();
        findField.selectAll();
    }

    /// Goes to the next match, or back.
    void findNext(int by) {
        finder.step(by);
        restyle();
        goToMatch();
    }

    /// Closes the search line; says whether it was open.
    boolean closeFind() {
        if (getTop() == null) return false;
        setTop(null);
        findField.clear();
        area.requestFocus();
        return true;
    }

    /// Copies the selection, or everything where nothing is selected.
    void copy() {
        Clipboards.copy(area.getSelectedText().isEmpty() ? shown.whole() : area.getSelectedText());
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private void buildFindBar(Words words) {
        findBar.getStyleClass().add("find-bar");
        findBar.setAlignment(Pos.CENTER_LEFT);
        findField.getStyleClass().add("find-field");
        findField.promptTextProperty().bind(words.bind("inspector.find.prompt"));
        findField.textProperty().addListener((o, before, word) -> {
            finder.look(shown.text(), word, area.getSelection().getStart()); // a longer word begins where it began
            restyle();
            goToMatch();
        });
        findField.addEventFilter(KeyEvent.KEY_PRESSED, this::findKeys);
        findCount.getStyleClass().add("find-count");
        Button previous = button("‹", words, "inspector.find.previous", () -> findNext(-1));
        Button next = button("›", words, "inspector.find.next", () -> findNext(1));
        Button close = button("×", words, "inspector.find.close", this::closeFind);
        HBox.setHgrow(findField, Priority.ALWAYS);
        findBar.getChildren().addAll(findField, findCount, previous, next, close);
    }

    private static Button button(String sign, Words words, String key, Runnable action) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("flat", "find-button");
        button.accessibleTextProperty().bind(words.bind(key));
        button.setOnAction(event -> action.run());
        button.setFocusTraversable(false);
        return button;
    }

    private void findKeys(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            findNext(event.isShiftDown() ? -1 : 1);
            area.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            closeFind();
            event.consume();
        }
    }

    /// The reader's keys of K9s and vi: the area has only arrows and page keys by itself.
    private void readerKeys(KeyEvent event) {
        if (findField.isFocused() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) return;
        boolean handled = true;
        switch (event.getCode()) {
            case J -> moveLines(1);
            case K -> moveLines(-1);
            case G -> area.moveTo(event.isShiftDown() ? area.getLength() : 0);
            case N -> findNext(event.isShiftDown() ? -1 : 1);
            default -> handled = false;
        }
        if (!handled) return;
        if (event.getCode() != KeyCode.N) area.requestFollowCaret();
        event.consume();
    }

    private void moveLines(int by) {
        int line = Math.clamp(
                area.getCurrentParagraph() + (long) by, 0, area.getParagraphs().size() - 1);
        area.moveTo(line, 0);
    }

    private void goToMatch() {
        findCount.setText(findField.getText().isEmpty() ? "" : finder.count());
        int start = finder.start();
        if (start < 0) return;
        area.selectRange(start, start + finder.length());
        area.requestFollowCaret();
    }

    private void restyle() {
        if (!shown.text().isEmpty()) area.setStyleSpans(0, spans());
    }

    /// The text's own styles, with the matches over them.
    private StyleSpans<Collection<String>> spans() {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        for (StyledText.Part part : shown.parts()) {
            if (part.start() > at) builder.add(Collections.emptyList(), part.start() - at);
            builder.add(List.of(part.styleClass()), part.end() - part.start());
            at = part.end();
        }
        builder.add(Collections.emptyList(), shown.text().length() - at);
        StyleSpans<Collection<String>> own = builder.create();
        return finder.places().isEmpty() ? own : own.overlay(matches(), TextPane::both);
    }

    private StyleSpans<Collection<String>> matches() {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        for (int place : finder.places()) {
            builder.add(Collections.emptyList(), place - at);
            builder.add(List.of(place == finder.start() ? "code-match-current" : "code-match"), finder.length());
            at = place + finder.length();
        }
        builder.add(Collections.emptyList(), shown.text().length() - at);
        return builder.create();
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        if (other.isEmpty()) return one;
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
