using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>What a cell costs and achieves.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Cost">Its mean cost.</param>
/// <param name="Psnr">Its PSNR over the seeds, dB.</param>
internal sealed record ParetoPoint(ReportedCell Cell, double Cost, Summary Psnr);
