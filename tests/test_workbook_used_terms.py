"""A report explains the terms it uses, and no others."""

from bpo_lib.workbook.used_terms import keep_used_terms

PAGE = (
    "<style>.ramp{}</style><p>Two gates are open; the NPV is small and the SLA is met.</p>"
    '<table><caption><span class="bpo-label">Table 1</span> Glossary</caption><thead></thead><tbody>'
    '<tr><th scope="row">Gate</th><td>a rule that no score can buy off</td><td></td></tr>'
    '<tr><th scope="row">NPV</th><td>money of later months counted at a rate</td><td>currency</td></tr>'
    '<tr><th scope="row">SLA</th><td>targets; the KPI is how they are measured</td><td></td></tr>'
    '<tr><th scope="row">KPI</th><td>a figure by which the work is steered</td><td></td></tr>'
    '<tr><th scope="row">Ramp</th><td>stages in which volume moves</td><td>share</td></tr>'
    "</tbody></table><p>After it.</p>"
)


def test_terms_stay_when_they_or_their_plural_are_used():
    shown = keep_used_terms(PAGE)
    assert ">Gate</th>" in shown
    assert ">NPV</th>" in shown


def test_terms_that_nobody_used_go_even_when_a_style_names_them():
    assert ">Ramp</th>" not in keep_used_terms(PAGE)


def test_an_abbreviation_that_explains_a_term_is_explained_too():
    assert ">KPI</th>" in keep_used_terms(PAGE)


def test_a_page_without_a_glossary_and_all_around_one_stay_as_they_are():
    assert keep_used_terms("<p>Ramp</p>") == "<p>Ramp</p>"
    assert keep_used_terms(PAGE).endswith("</tbody></table><p>After it.</p>")
    assert keep_used_terms(keep_used_terms(PAGE)) == keep_used_terms(PAGE)
