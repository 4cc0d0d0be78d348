using System.Globalization;
using System.Text;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes a request as curl.</summary>
internal static class CurlSnippet
{
    /// <summary>One command, over several lines.</summary>
    public static string Of(string origin, ReproRequest request)
    {
        var command = new StringBuilder();
        if (request.Filler > 0)
        {
            command.Append(CultureInfo.InvariantCulture, $"head -c {request.Filler} /dev/zero | tr '\\0' x | ");
        }

        command.Append("curl -sS -i");
        if (request.Method != (request.HasBody ? "POST" : "GET"))
        {
            command.Append(" -X ").Append(request.Method);
        }

        if (request.PatienceSeconds is { } seconds)
        {
            command.Append(" --max-time ").Append(seconds);
        }

        command.Append(' ').Append(Quote(origin + request.Path));
        foreach (var (name, value) in request.Headers())
        {
            command.Append(" \\\n  -H ").Append(Quote($"{name}: {value}"));
        }

        if (request.HasBody)
        {
            command.Append(" \\\n  --data-binary ").Append(request.Filler > 0 ? "@-" : Quote(request.Body!));
        }

        return command.ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
