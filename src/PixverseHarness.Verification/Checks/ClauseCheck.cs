using System.Collections.Immutable;

namespace PixverseHarness.Verification.Checks;

/// <summary>
/// Talks to a target and holds what it hears against clauses. One check may speak of many clauses, since one
/// conversation shows many things; each clause is judged by itself, and a broken one hides no other.
/// </summary>
public abstract class ClauseCheck
{
    /// <summary>Its name: that of the type without "Check", in kebab case.</summary>
    public string Name => Naming.Kebab(GetType().Name[..^"Check".Length]);

    /// <summary>The clauses that it speaks of.</summary>
    public abstract ImmutableArray<string> Clauses { get; }

    /// <summary>What it may cost.</summary>
    public abstract CheckCost Cost { get; }

    /// <summary>What it may be billed for: stories that it listens to and conversations of its own. Empty exactly when it is free.</summary>
    public virtual ImmutableArray<Expense> Expenses => [];

    /// <summary>Talks and judges. What a target does wrong is told to the judge, never thrown.</summary>
    public abstract Task RunAsync(CheckRun run, CancellationToken cancellationToken);
}
