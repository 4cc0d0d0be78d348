using System.Globalization;

namespace PixverseHarness.Reporting.Html.Charts;

/// <summary>Draws into one SVG chart: frame, grid, ticks, titles and marks. Colours come from the style sheet by class.</summary>
internal sealed class Plot
{
    private const double Left = 56, Right = 14, Top = 12, Bottom = 40;

    private readonly HtmlWriter _html;
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly double _width;
    private readonly double _height;

    private Plot(HtmlWriter html, Axis x, Axis y, double width, double height)
    {
        _html = html;
        _x = x;
        _y = y;
        _width = width;
        _height = height;
    }

    /// <summary>Draws a chart with a caption and a legend; <paramref name="marks"/> draws what it shows.</summary>
    public static void Draw(HtmlWriter html, string caption, Axis x, Axis y, Action<Plot> marks, IReadOnlyList<(string Class, string Name)> legend, bool small = false)
    {
        var plot = new Plot(html, x, y, small ? 360 : 540, small ? 210 : 250);
        using (html.In("figure", ("class", small ? "chart small" : "chart")))
        {
            using (html.In("figcaption"))
            {
                html.Element("span", caption, ("class", "caption"));
                foreach (var (style, name) in legend)
                {
                    html.Element("span", name, ("class", $"key {style}"));
                }
            }

            using (html.In(
                "svg",
                ("viewBox", $"0 0 {HtmlWriter.Coordinate(plot._width)} {HtmlWriter.Coordinate(plot._height)}"),
                ("role", "img"),
                ("aria-label", caption)))
            {
                plot.Frame();
                marks(plot);
            }
        }
    }

    /// <summary>A line through the points, in the order given.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string style) =>
        _html.Empty("path", ("class", $"line {style}"), ("d", Path(points)));

    /// <summary>The area between the points and the axis.</summary>
    public void Area(IReadOnlyList<(double X, double Y)> points, string style)
    {
        if (points.Count > 0)
        {
            var closed = points.Append((points[^1].X, _y.Minimum)).Prepend((points[0].X, _y.Minimum));
            _html.Empty("path", ("class", $"area {style}"), ("d", Path(closed) + "Z"));
        }
    }

    /// <summary>A bar from the axis up, with a text that shows on hovering.</summary>
    public void Bar(double from, double to, double value, string style, string hover)
    {
        using (_html.In(
            "rect",
            ("class", $"bar {style}"),
            ("x", X(from) + 0.5),
            ("y", Y(value)),
            ("width", Math.Max(0.8, X(to) - X(from) - 1)),
            ("height", Math.Max(0, Y(_y.Minimum) - Y(value)))))
        {
            _html.Element("title", hover);
        }
    }

    /// <summary>A dot, with a text that shows on hovering.</summary>
    public void Dot(double x, double y, double radius, string style, string hover)
    {
        using (_html.In("circle", ("class", $"dot {style}"), ("cx", X(x)), ("cy", Y(y)), ("r", radius)))
        {
            _html.Element("title", hover);
        }
    }

    /// <summary>A vertical stroke between two values: an interval.</summary>
    public void Whisker(double x, double low, double high, string style) =>
        _html.Empty("path", ("class", $"whisker {style}"), ("d", Path([(x, low), (x, Math.Min(high, _y.Maximum))])));

    /// <summary>A dashed line across the chart at a value of x, named at its top.</summary>
    public void MarkX(double x, string style, string name, int row = 0)
    {
        if (x < _x.Minimum || x > _x.Maximum)
        {
            return;
        }

        _html.Empty("path", ("class", $"mark {style}"), ("d", Path([(x, _y.Minimum), (x, _y.Maximum)])));
        var flip = X(x) > _width - 110;
        _html.Element(
            "text",
            name,
            ("class", "note"),
            ("x", X(x) + (flip ? -5 : 5)),
            ("y", Top + 11 + (row * 14)),
            ("text-anchor", flip ? "end" : "start"));
    }

    /// <summary>A dashed line across the chart at a value of y.</summary>
    public void MarkY(double y, string style) =>
        _html.Empty("path", ("class", $"mark {style}"), ("d", Path([(_x.Minimum, y), (_x.Maximum, y)])));

    private void Frame()
    {
        foreach (var tick in _y.Ticks())
        {
            _html.Empty("path", ("class", "grid"), ("d", Path([(_x.Minimum, tick), (_x.Maximum, tick)])));
            _html.Element("text", _y.Label(tick), ("class", "tick"), ("x", Left - 8), ("y", Y(tick) + 3.5), ("text-anchor", "end"));
        }

        foreach (var tick in _x.Ticks())
        {
            _html.Empty("path", ("class", "tickmark"), ("d", $"M{C(X(tick))} {C(Y(_y.Minimum))}v4"));
            _html.Element("text", _x.Label(tick), ("class", "tick"), ("x", X(tick)), ("y", _height - Bottom + 17), ("text-anchor", "middle"));
        }

        _html.Empty("path", ("class", "axis"), ("d", Path([(_x.Minimum, _y.Minimum), (_x.Maximum, _y.Minimum)])));
        _html.Element("text", _x.Title, ("class", "title"), ("x", (Left + _width - Right) / 2), ("y", _height - 5), ("text-anchor", "middle"));
        var middle = C((Top + _height - Bottom) / 2);
        _html.Element("text", _y.Title, ("class", "title"), ("text-anchor", "middle"), ("transform", $"translate(12 {middle}) rotate(-90)"));
    }

    private string Path(IEnumerable<(double X, double Y)> points) =>
        string.Concat(points.Select((point, index) => string.Create(
            CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{X(point.X):0.##} {Y(point.Y):0.##}")));

    private double X(double value) => Left + ((value - _x.Minimum) / (_x.Maximum - _x.Minimum) * (_width - Left - Right));

    private double Y(double value) => _height - Bottom - ((value - _y.Minimum) / (_y.Maximum - _y.Minimum) * (_height - Top - Bottom));

    private static string C(double value) => HtmlWriter.Coordinate(value);
}
