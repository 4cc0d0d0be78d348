using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting;

/// <summary>Renders a run document in one format. Output depends on the documents alone: not on culture, machine or time.</summary>
public interface IRunExporter
{
    /// <summary>Name of the format on the command line, such as <c>html</c>.</summary>
    string Format { get; }

    /// <summary>Name of the file in a run's folder, such as <c>report.html</c>.</summary>
    string FileName { get; }

    /// <summary>Writes the report with line feeds only, in whole lines.</summary>
    /// <param name="run">What the run learned.</param>
    /// <param name="host">The machine that it ran on; null leaves those lines out.</param>
    /// <param name="output">Where the report goes; UTF-8 is assumed of it.</param>
    void Write(RunDocument run, HostDocument? host, TextWriter output);
}
