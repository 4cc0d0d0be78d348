using System.Collections.Immutable;

namespace PixverseHarness.Cli.Messages;

/// <summary>Ends a verb with faults that the user can mend; each is printed as one line.</summary>
internal sealed class FaultException : Exception
{
    /// <summary>Ends the verb with one fault.</summary>
    public FaultException(Fault fault)
        : this([fault])
    {
    }

    /// <summary>Ends the verb with all faults of an input at once.</summary>
    public FaultException(ImmutableArray<Fault> faults)
        : base(string.Join('\n', faults.Select(f => f.ToLine()))) => Faults = faults;

    /// <summary>At least one; the first decides the exit code.</summary>
    public ImmutableArray<Fault> Faults { get; }
}
