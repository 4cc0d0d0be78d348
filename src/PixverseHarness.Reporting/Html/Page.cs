namespace PixverseHarness.Reporting.Html;

/// <summary>The shapes that every section is made of.</summary>
internal static class Page
{
    /// <summary>A titled section until the result is disposed.</summary>
    public static HtmlWriter.Scope Section(HtmlWriter html, string title, string? lead = null)
    {
        var section = html.In("section");
        html.Element("h2", title);
        if (lead is not null)
        {
            html.Element("p", lead, ("class", "lead"));
        }

        return section;
    }

    /// <summary>A table; a column whose name starts with # holds numbers and is set right.</summary>
    public static void Table<T>(HtmlWriter html, string[] columns, IEnumerable<T> rows, Action<T> cells)
    {
        using (html.In("table"))
        {
            using (html.In("thead"))
            {
                using (html.In("tr"))
                {
                    foreach (var column in columns)
                    {
                        html.Element("th", column.TrimStart('#'), ("class", column.StartsWith('#') ? "n" : null));
                    }
                }
            }

            using (html.In("tbody"))
            {
                foreach (var row in rows)
                {
                    using (html.In("tr"))
                    {
                        cells(row);
                    }
                }
            }
        }
    }

    /// <summary>Names and values side by side.</summary>
    public static void Facts(HtmlWriter html, IEnumerable<Fact> facts)
    {
        using (html.In("dl"))
        {
            foreach (var fact in facts)
            {
                using (html.In("div"))
                {
                    html.Element("dt", fact.Name);
                    html.Element("dd", fact.Line);
                }
            }
        }
    }
}
