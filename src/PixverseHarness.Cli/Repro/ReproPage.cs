namespace PixverseHarness.Cli.Repro;

/// <summary>Writes reproductions for people.</summary>
internal static class ReproPage
{
    /// <summary>Writes one.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="document">What.</param>
    /// <param name="isKept">Whether the twin goes on running.</param>
    public static void Write(TextWriter output, ReproDocument document, bool isKept)
    {
        var title = document.Cause is { } cause && cause != document.Name ? $"{document.Name}, met as {cause}" : document.Name;
        output.WriteLine($"{title}: {document.Outcome} ({document.Profile} profile, seed {document.Seed})");
        foreach (var exchange in document.Exchanges)
        {
            output.WriteLine();
            if (exchange.Before is { } before)
            {
                output.WriteLine($"-- {before} --");
            }

            WriteLines(output, "> ", exchange.Request);
            output.WriteLine();
            WriteLines(output, "< ", exchange.Response.IsEmpty ? [$"({exchange.Outcome})"] : exchange.Response);
        }

        output.WriteLine();
        WriteFact(output, "Means", document.Meaning);
        WriteFact(output, "Do", document.Advice);
        WriteFact(output, "Source", document.AdviceSource);
        WriteFact(output, "Billed", document.Billed);
        foreach (var profile in document.Profiles)
        {
            WriteFact(output, "Profile", $"{profile.Profile}: {profile.Outcome}");
        }

        if (!document.Others.IsEmpty)
        {
            WriteFact(output, "See too", string.Join(", ", document.Others.Select(o => $"pixverse repro {o}")));
        }

        output.WriteLine();
        output.WriteLine(isKept ? $"The twin listens on {document.Origin} until Ctrl-C. See it again:" : $"This twin has stopped. Keep one with: {document.Command}");
        if (document.ClockCommand is { } command)
        {
            output.WriteLine("Time stands still in it, so that the state lasts. Let it go on with:");
            output.WriteLine(command);
        }

        WriteSnippet(output, "curl", document.Snippets.Curl);
        WriteSnippet(output, "C#, HttpClient", document.Snippets.HttpClient);
        WriteSnippet(output, "C#, PixverseClient", document.Snippets.PixverseClient);
        WriteSnippet(output, "Python, httpx", document.Snippets.PythonHttpx);
        WriteSnippet(output, "Python, segmind SDK", document.Snippets.PythonSegmind);
    }

    /// <summary>Writes the list.</summary>
    public static void Write(TextWriter output, ReproListDocument list)
    {
        var width = list.Names.Max(n => n.Name.Length);
        var outcome = list.Names.Max(n => n.Outcome.Length);
        foreach (var part in list.Names.GroupBy(n => n.IsCause))
        {
            output.WriteLine(part.Key ? "Errors of the API, by status:" : "Faults of network and service:");
            foreach (var entry in part)
            {
                output.WriteLine($"  {entry.Name.PadRight(width)}  {entry.Outcome.PadRight(outcome)}  {entry.Meaning}");
            }

            output.WriteLine();
        }

        output.WriteLine("Reproduce one with: pixverse repro NAME, or pixverse repro STATUS.");
    }

    private static void WriteFact(TextWriter output, string name, string text) => output.WriteLine($"{name,-8} {text}");

    private static void WriteLines(TextWriter output, string before, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            output.WriteLine((before + line).TrimEnd());
        }
    }

    private static void WriteSnippet(TextWriter output, string title, string text)
    {
        output.WriteLine();
        output.WriteLine($"# {title}");
        output.WriteLine(text);
    }
}
