using PixverseHarness.Results.Documents;

namespace PixverseHarness.Reporting.Json;

/// <summary>The run document itself.</summary>
internal sealed class JsonExporter : IRunExporter
{
    public string Format => "json";

    public string FileName => "run.json";

    public void Write(RunDocument run, HostDocument? host, TextWriter output) => output.Write(run.ToJson());
}
