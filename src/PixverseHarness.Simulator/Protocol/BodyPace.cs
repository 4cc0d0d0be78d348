namespace PixverseHarness.Simulator.Protocol;

/// <summary>How a body goes out in pieces, by the session's clock. The head goes out at once.</summary>
/// <param name="First">Time before the first piece; zero or more.</param>
/// <param name="PieceBytes">Bytes in a piece; 1 or more.</param>
/// <param name="Between">Time before each further piece; zero or more.</param>
public sealed record BodyPace(TimeSpan First, int PieceBytes, TimeSpan Between);
