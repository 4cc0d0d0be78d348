using System.Diagnostics.CodeAnalysis;

namespace PixverseHarness.Client;

/// <summary>How one call ended: with a value or with a typed failure, and the facts of the exchange either way.</summary>
/// <typeparam name="T">What the call yields.</typeparam>
public readonly record struct StepOutcome<T>
{
    internal StepOutcome(T value, Exchange exchange)
    {
        Value = value;
        Exchange = exchange;
    }

    internal StepOutcome(StepFailure failure, Exchange exchange)
    {
        Failure = failure;
        Exchange = exchange;
    }

    /// <summary>The value, if <see cref="IsSuccess"/>.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null on success. Switch over its type, or over <see cref="Kind"/>.</summary>
    public StepFailure? Failure { get; }

    /// <summary>Raw status and time stamps.</summary>
    public Exchange Exchange { get; }

    /// <summary>How the call ended, as an enum.</summary>
    public OutcomeKind Kind => Failure?.Kind ?? OutcomeKind.Success;

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Failure is null;

    /// <summary>Gives the value, if there is one.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = Value;
        return IsSuccess;
    }

    /// <summary>The value, for callers who want exceptions.</summary>
    /// <exception cref="PixverseException">The call failed; the type says how.</exception>
    /// <exception cref="PixverseCanceledException">The caller cancelled.</exception>
    public T ValueOrThrow() => Failure is null ? Value! : throw PixverseException.For(Failure, null);

    /// <summary>The value or the failure, in one line.</summary>
    public override string ToString() => Failure?.ToString() ?? $"{Value}";
}
