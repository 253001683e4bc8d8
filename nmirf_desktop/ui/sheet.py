"""The one style sheet: sizes of type, tones, and the frame's few parts; all else is Fusion with the palette."""

from collections.abc import Mapping

from nmirf_desktop.ui.colours import Colours


def _type(colours: Colours, sizes: Mapping[str, float]) -> str:
    rules = [f'*[type="{name}"] {{ font-size: {points:.2f}pt; }}' for name, points in sizes.items()]
    tones = {
        "muted": colours.muted,
        "good": colours.good,
        "attention": colours.attention,
        "bad": colours.bad,
    }
    rules += [f'QLabel[tone="{tone}"] {{ color: {colour}; }}' for tone, colour in tones.items()]
    rules.append('QLabel[type="title"], QLabel[type="heading"] { font-weight: 600; }')
    return "\n".join(rules)


def _frame(colours: Colours, step: int) -> str:
    c = colours
    return f"""
QToolTip {{ background: {c.base}; color: {c.text}; border: 1px solid {c.border}; padding: {step}px; }}
QWidget[part="bar"] {{ background: {c.window}; border-bottom: 1px solid {c.line}; }}
QWidget[part="nav"] {{ background: {c.window}; border: none; border-right: 1px solid {c.line}; outline: none; }}
QWidget[part="page"] {{ background: {c.base}; }}
QListView[part="navlist"] {{ background: {c.window}; border: none; outline: none; }}
QFrame[part="line"] {{ background: {c.line}; border: none; max-height: 1px; }}
QFrame[part="card"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: {step * 2}px; padding: 1px; }}
QFrame[part="card"]:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QFrame[part="floating"] {{ background: {c.base}; border: 1px solid {c.border}; border-radius: {step * 2}px; }}
QFrame[part="banner"][tone="good"] {{ background: {c.good_ground}; border-left: {step}px solid {c.good}; }}
QFrame[part="banner"][tone="attention"] {{ background: {c.attention_ground};
  border-left: {step}px solid {c.attention}; }}
QFrame[part="banner"][tone="bad"] {{ background: {c.bad_ground}; border-left: {step}px solid {c.bad}; }}
QFrame[part="banner"][tone="neutral"] {{ background: {c.window}; border-left: {step}px solid {c.accent}; }}
QFrame[part="banner"][over="true"] {{ border-top: 1px solid {c.border}; border-right: 1px solid {c.border};
  border-bottom: 1px solid {c.border}; }}
QStatusBar {{ border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: none; }}
QScrollArea[part="page"], QScrollArea[part="page"] > QWidget > QWidget[part="page"] {{ border: none; }}
QSplitter::handle {{ background: {c.line}; }}
"""


def _controls(colours: Colours, step: int, icons: int, pictures: str) -> str:
    c = colours
    return f"""
QToolButton {{ border: 1px solid transparent; border-radius: {step}px; padding: {step}px {step * 2}px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:focus {{ border: 2px solid {c.accent}; padding: {step - 1}px {step * 2 - 1}px; }}
QToolButton:checked {{ background: {c.selection}; color: {c.on_selection}; border-color: {c.accent}; }}
QToolButton:disabled {{ color: {c.disabled}; }}
QTabBar::scroller {{ width: {step * 10}px; }}
QTabBar QToolButton {{ background: {c.base}; padding: 0; }}
QToolButton::menu-indicator {{ image: none; width: 0px; }}
QPushButton, QToolButton[part="action"], QToolButton[part="box"] {{
  background: {c.base}; color: {c.text}; border: 1px solid {c.border}; border-radius: {step}px;
  padding: {step}px {step * 3}px; }}
QPushButton:hover, QToolButton[part="action"]:hover, QToolButton[part="box"]:hover {{ background: {c.selection};
  color: {c.on_selection}; }}
QPushButton {{ icon-size: {icons}px; }}
QPushButton:checked {{ background: {c.selection}; color: {c.on_selection}; border: 1px solid {c.accent}; }}
QPushButton:pressed, QToolButton[part="action"]:pressed {{ background: {c.hover}; }}
QPushButton:disabled, QToolButton[part="action"]:disabled {{ color: {c.disabled}; border-color: {c.line}; }}
QToolButton[part="box"] {{ color: {c.muted}; text-align: left; }}
QPushButton[part="primary"], QToolButton[part="primary"] {{ background: {c.accent}; color: {c.on_accent};
  border: 1px solid {c.accent}; border-radius: {step}px; padding: {step}px {step * 3}px; font-weight: 600; }}
QPushButton[part="primary"]:disabled, QToolButton[part="primary"]:disabled {{ background: {c.window};
  color: {c.disabled}; border-color: {c.line}; }}
QPushButton:focus, QToolButton[part="action"]:focus, QToolButton[part="box"]:focus {{ border: 2px solid {c.accent};
  padding: {step - 1}px {step * 3 - 1}px; }}
QPushButton[part="primary"]:focus, QToolButton[part="primary"]:focus {{ border: 2px solid {c.text};
  padding: {step - 1}px {step * 3 - 1}px; }}
QPushButton[part="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent};
  padding: {step // 2}px {step}px; text-align: left; }}
QPushButton[part="link"]:hover {{ text-decoration: underline; background: transparent; color: {c.accent}; }}
QPushButton[part="link"]:focus {{ border: 2px solid {c.accent}; padding: {step // 2 - 1}px {step - 1}px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{ background: {c.base}; color: {c.text};
  border: 1px solid {c.border}; border-radius: {step}px; padding: {step - 1}px {step}px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {{ background: {c.window};
  border-color: {c.line}; }}
QLineEdit[part="keys"]:read-only {{ background: {c.base}; border-color: {c.border}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{
  border: 2px solid {c.accent}; padding: {step - 2}px {step - 1}px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
  border: none; padding: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: {step * 5}px; }}
QComboBox::down-arrow {{ image: url({pictures}/chevron-down.svg); width: {step * 4}px; height: {step * 4}px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ border: 1px solid {c.border}; padding: {step}px; outline: none;
  selection-background-color: {c.selection}; selection-color: {c.on_selection}; }}
QComboBox QAbstractItemView::item {{ min-height: {step * 7}px; padding: 0 {step * 2}px; }}
QCheckBox, QRadioButton {{ spacing: {step * 2}px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {step * 4}px; height: {step * 4}px; background: {c.base};
  border: 1px solid {c.border}; border-radius: {step}px; }}
QRadioButton::indicator {{ border-radius: {step * 2 + 1}px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
  image: url({pictures}/check.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {c.window};
  border-color: {c.disabled}; }}
QCheckBox:focus, QRadioButton:focus {{ outline: none; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {c.accent};
  width: {step * 4 - 2}px; height: {step * 4 - 2}px; }}
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {{ border-color: {c.text}; }}
QPushButton[part="head"], QPushButton[part="head"]:hover, QPushButton[part="head"]:pressed {{
  background: transparent; color: {c.text}; border: none; border-bottom: 2px solid transparent; border-radius: 0;
  padding: 0 {step * 2}px 0 0; text-align: left; font-weight: 600; }}
QPushButton[part="head"]:hover {{ color: {c.accent}; }}
QPushButton[part="head"]:focus {{ border-bottom-color: {c.accent}; }}
QPushButton[part="head"]:disabled {{ color: {c.muted}; }}
QPushButton[part="head"]::menu-indicator {{ image: none; width: 0; }}
*[wrong="true"] {{ border-color: {c.bad}; }}
QTableView, QTreeView, QListView {{ border: none; background: {c.base}; alternate-background-color: {c.alternate};
  gridline-color: {c.line}; outline: none; }}
QListView[part="offer"] {{ border: 1px solid {c.border}; }}
QHeaderView {{ background: {c.base}; border: none; }}
QHeaderView::section {{ background: {c.base}; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
  padding: {step}px {step}px; font-weight: 600; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ subcontrol-origin: border; subcontrol-position: top center;
  width: {step * 2}px; height: {step * 2}px; }}
QTableCornerButton::section {{ background: {c.base}; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {step * 3}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {step * 3}px; margin: 0; }}
QScrollBar::handle {{ background: {c.border}; border-radius: {step}px; margin: {step // 2}px; }}
QScrollBar::handle:vertical {{ min-height: {step * 8}px; }}
QScrollBar::handle:horizontal {{ min-width: {step * 8}px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.base}; color: {c.text}; border: 1px solid {c.border}; padding: {step}px; }}
QMenu::item {{ padding: {step}px {step * 6}px {step}px {step * 6}px; border-radius: {step}px; }}
QMenu::item:selected {{ background: {c.selection}; color: {c.on_selection}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {step}px 0; }}
"""


def style_sheet(colours: Colours, sizes: Mapping[str, float], scale: float, pictures: str) -> str:
    """The style sheet for a scheme.

    *sizes* are points by name of type, *scale* that of the text (1.0 to 2.0), *pictures* the folder that holds
    ``check.svg`` and ``chevron-down.svg`` in the scheme's colours.
    """
    step = round(4 * min(scale, 1.5))
    return _type(colours, sizes) + _frame(colours, step) + _controls(colours, step, round(16 * scale), pictures)
