using System.Collections.Immutable;
using System.CommandLine;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>
/// One verb of the command. A derived class adds its options in the constructor (<see cref="OptionOf"/> makes them) and
/// does its work in <see cref="RunAsync"/>; parsing, help, faults, signals and exit codes are taken care of.
/// </summary>
internal abstract class Verb : Command
{
    /// <summary>Names the verb.</summary>
    /// <param name="name">What the user types.</param>
    /// <param name="summary">What it does, in one sentence; shown on both help pages.</param>
    protected Verb(string name, string summary)
        : base(name, summary)
    {
    }

    /// <summary>At least two lines that work as they stand.</summary>
    public abstract ImmutableArray<Example> Examples { get; }

    /// <summary>Further sections of the help page, below the options.</summary>
    public virtual ImmutableArray<HelpSection> Sections => [];

    /// <summary>Does the work.</summary>
    /// <param name="context">Options, output and edges.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the user asks to stop. Letting the <see cref="OperationCanceledException"/> pass ends the command
    /// with <see cref="ExitCodes.Interrupted"/>.
    /// </param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="Messages.FaultException">The user can mend what is wrong.</exception>
    public abstract Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken);
}
