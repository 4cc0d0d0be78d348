using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Simulate;

/// <summary>Says on standard error what a served twin did not foresee: each kind of fault once, however many requests meet it.</summary>
internal sealed class TwinFaults(TextWriter error)
{
    private const int MostKinds = 20;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Writes one line, unless the same was said before.</summary>
    public void Write(Exception fault)
    {
        var words = Redaction.Text($"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}", key: null);
        lock (_said)
        {
            if (_said.Count < MostKinds && _said.Add(words))
            {
                error.WriteLine(new Fault(FireMessages.TwinFailed, words).ToLine());
            }
        }
    }
}
